using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Scheduling.Domain.Replicas;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Availability;

/// <summary>What a booking form offers: people, and the latest customers, leads and projects, with those asked for among them.</summary>
public sealed record ListChoices(Guid? CustomerId = null, Guid? LeadId = null, Guid? ProjectId = null, int AtMost = 200);

public sealed record BookingChoices(
    IReadOnlyList<Choice> People, IReadOnlyList<Choice> Customers, IReadOnlyList<Choice> Leads, IReadOnlyList<Choice> Projects);

public sealed record Choice(Guid Id, string Name);

public sealed class ListChoicesHandler(IReadRepository<CrewMember> crew, IReadRepository<SubjectRef> subjects) : IUseCase
{
    public async Task<Result<BookingChoices>> HandleAsync(ListChoices query, CancellationToken ct)
    {
        var people = await crew.ListAsync(new BookableCrew(), ct);
        return new BookingChoices(
            [.. people.Select(p => new Choice(p.Id, p.Name))],
            await OfAsync(SubjectKind.Customer, query.CustomerId, query.AtMost, ct),
            await OfAsync(SubjectKind.Lead, query.LeadId, query.AtMost, ct),
            await OfAsync(SubjectKind.Project, query.ProjectId, query.AtMost, ct));
    }

    private async Task<IReadOnlyList<Choice>> OfAsync(SubjectKind kind, Guid? chosen, int atMost, CancellationToken ct)
    {
        var latest = await subjects.ListAsync(new SubjectsOfKind(kind, atMost), ct);
        var missing = chosen is { } id && latest.All(s => s.Id != id) ? await subjects.ListAsync(new SubjectOfKind(kind, id), ct) : [];
        return [.. missing.Concat(latest).Select(s => new Choice(s.Id, s.Name))];
    }
}
