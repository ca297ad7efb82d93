using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Scheduling.Domain.Replicas;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Scheduling.Application.Appointments;

/// <param name="AssignedTo">An id, or <c>me</c>.</param>
/// <param name="Status">One or several, comma-separated; likewise the type.</param>
/// <param name="From">A company day such as 2026-11-23, or an instant: appointments that start then or later.</param>
/// <param name="To">A company day, which counts whole, or an instant: appointments that start before its end.</param>
public sealed record SearchAppointments(
    PageRequest Page,
    string? AssignedTo = null,
    Guid? TeamId = null,
    string? Status = null,
    string? AppointmentType = null,
    Guid? CustomerId = null,
    Guid? LeadId = null,
    Guid? ProjectId = null,
    string? From = null,
    string? To = null);

public sealed class SearchAppointmentsHandler(
    IReadRepository<Appointment> appointments,
    IReadRepository<CrewMember> crew,
    IReadRepository<SubjectRef> subjects,
    AppointmentDesk desk,
    ICurrentUser user,
    ICompanyClock clock) : IUseCase
{
    private static readonly SortMap<Appointment, AppointmentRow> Sorts = SortMap<Appointment, AppointmentRow>
        .Create<AppointmentId>("-created_at", a => a.Id, row => row.Id)
        .By("created_at", a => a.CreatedAt, row => row.CreatedAt)
        .By("updated_at", a => a.UpdatedAt, row => row.UpdatedAt)
        .By("starts_at", a => a.StartsAt, row => row.StartsAt);

    public async Task<Result<PageOf<AppointmentRow>>> HandleAsync(SearchAppointments query, CancellationToken ct)
    {
        var validation = new Validation();
        var plan = Sorts.Plan(query.Page, validation);
        var statuses = validation.Enums<AppointmentStatus>("status", query.Status);
        var types = validation.Enums<AppointmentType>("appointment_type", query.AppointmentType);
        var person = PersonFilter.Of("assigned_to", query.AssignedTo, user, validation);
        var from = DateFilter.From("from", query.From, clock, validation);
        var to = DateFilter.To("to", query.To, clock, validation);
        if (from > to) validation.Add("to", "must not be before from.");
        if (validation.Failed || plan is null) return validation.ToError();

        var team = query.TeamId is { } teamId ? (await crew.ListAsync(new CrewOfTeam(teamId), ct)).Select(c => c.Id).ToArray() : null;
        var filter = new Filter(query, statuses, types, person, team, from, to, await desk.SightAsync(ct));
        var rows = await appointments.ListAsync(new AppointmentsListed(filter, plan), ct);
        int? total = plan.ByCursor ? null : await appointments.CountAsync(new AppointmentsListed(filter, null), ct);
        var page = plan.ToPage(rows, total);
        return page with { Items = await NamedAsync(page.Items, ct) };
    }

    private async Task<IReadOnlyList<AppointmentRow>> NamedAsync(IReadOnlyList<AppointmentRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return rows;
        Guid[] people = [.. rows.Select(r => r.AssignedTo).Distinct()];
        Guid[] ids = [.. rows.SelectMany(r => new[] { r.CustomerId, r.LeadId, r.ProjectId }).OfType<Guid>().Distinct()];
        var peoplesNames = (await crew.ListAsync(new CrewMembersNamed(people), ct)).ToDictionary(c => c.Id, c => c.Name);
        var names = (await subjects.ListAsync(new SubjectsNamed(ids), ct)).ToDictionary(s => s.Id, s => s.Name);
        string? NameOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        return [.. rows.Select(row => row with
        {
            AssignedToName = peoplesNames.GetValueOrDefault(row.AssignedTo),
            CustomerName = NameOf(row.CustomerId),
            LeadName = NameOf(row.LeadId),
            ProjectName = NameOf(row.ProjectId),
        })];
    }

    private sealed record Filter(
        SearchAppointments Query, AppointmentStatus[]? Statuses, AppointmentType[]? Types, Guid? Person, Guid[]? Team,
        DateTimeOffset? From, DateTimeOffset? To, Sight Sight);

    private sealed class AppointmentsListed : Specification<Appointment, AppointmentRow>
    {
        public AppointmentsListed(Filter filter, PagePlan<Appointment, AppointmentRow>? plan)
        {
            var (query, statuses, types, person, team, from, to, sight) = filter;
            sight.ApplyTo(Query);
            if (statuses is not null) Query.Where(a => statuses.Contains(a.Status));
            if (types is not null) Query.Where(a => types.Contains(a.AppointmentType));
            if (person is not null) Query.Where(a => a.AssignedTo == person);
            if (team is not null) Query.Where(a => team.Contains(a.AssignedTo));
            if (query.CustomerId is { } customer) Query.Where(a => a.CustomerId == customer);
            if (query.LeadId is { } lead) Query.Where(a => a.LeadId == lead);
            if (query.ProjectId is { } project) Query.Where(a => a.ProjectId == project);
            if (from is not null) Query.Where(a => a.StartsAt >= from);
            if (to is not null) Query.Where(a => a.StartsAt < to);
            plan?.ApplyTo(Query);
            Select(a => new AppointmentRow(
                a.Id.Value, WireName.Of(a.AppointmentType), a.Title, WireName.Of(a.Status), a.CustomerId, a.LeadId, a.ProjectId,
                a.AssignedTo, a.StartsAt, a.DurationMinutes, a.EndsAt, a.Location, a.IsVirtual, a.CreatedAt, a.UpdatedAt));
        }
    }
}
