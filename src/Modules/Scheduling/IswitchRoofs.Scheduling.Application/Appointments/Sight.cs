using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Scheduling.Application.Appointments;

/// <summary>Which appointments a caller may see: all, or own ones and those of the projects they work on.</summary>
internal sealed record Sight(bool All, Guid? Person, IReadOnlyCollection<Guid> Projects)
{
    public static Sight Everything { get; } = new(true, null, []);

    public void ApplyTo(SpecificationBuilder<Appointment> query)
    {
        if (All) return;
        var (person, projects) = (Person, Projects.Cast<Guid?>().ToArray());
        query.Where(a => a.AssignedTo == person || projects.Contains(a.ProjectId));
    }

    public bool Includes(Appointment appointment) =>
        All || appointment.AssignedTo == Person || (appointment.ProjectId is { } project && Projects.Contains(project));
}
