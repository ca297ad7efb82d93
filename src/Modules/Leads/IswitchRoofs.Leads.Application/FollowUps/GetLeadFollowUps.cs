using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.FollowUps;

/// <summary>Open leads whose follow-up is late, today or soon.</summary>
/// <param name="Days">How far ahead to look, 7 by default.</param>
/// <param name="AssignedTo"><c>me</c> (default), <c>all</c> or somebody's id.</param>
public sealed record GetLeadFollowUps(int? Days = null, string? AssignedTo = null);

/// <param name="Complete">False when there are more than are listed.</param>
/// <param name="Leads">The latest due first.</param>
public sealed record LeadFollowUps(int Days, DateOnly Today, bool Complete, IReadOnlyList<LeadFollowUp> Leads);

public sealed record LeadFollowUp(Guid Id, string FirstName, string LastName, string Status, string Temperature, Guid? AssignedTo, DateOnly FollowUpOn, DateTimeOffset UpdatedAt);

public sealed class GetLeadFollowUpsHandler(IReadRepository<Lead> leads, ICurrentUser user, ICompanyClock company) : IUseCase
{
    private const int Most = 200;
    private const int FarthestDays = 365;
    private const int UsualDays = 7;

    public async Task<Result<LeadFollowUps>> HandleAsync(GetLeadFollowUps request, CancellationToken ct)
    {
        var check = new Validation();
        var days = check.Range("days", request.Days ?? UsualDays, 0, FarthestDays) ?? UsualDays;
        Guid? person = null;
        if (request.AssignedTo is null or "me") person = user.Id ?? Guid.Empty;
        else if (request.AssignedTo != "all")
        {
            if (Guid.TryParse(request.AssignedTo, out var named)) person = named;
            else check.Add("assigned_to", "must be me, all or a user's id.");
        }

        if (check.Failed) return check.ToError();
        var today = company.Today;
        var found = await leads.ListAsync(new Planned(today.AddDays(days), person, Most + 1), ct);
        return new LeadFollowUps(days, today, found.Count <= Most, [.. found.Take(Most)]);
    }

    private sealed class Planned : Specification<Lead, LeadFollowUp>
    {
        public Planned(DateOnly until, Guid? person, int atMost)
        {
            Query.Where(l => l.NextFollowUpOn <= until && l.Status != LeadStatus.Won && l.Status != LeadStatus.Lost && l.Status != LeadStatus.Nurture);
            if (person is { } id) Query.Where(l => l.AssignedTo == id);
            Query.OrderBy(l => l.NextFollowUpOn).ThenBy(l => l.Id).Take(atMost);
            Select(l => new LeadFollowUp(
                l.Id.Value, l.FirstName, l.LastName, WireName.Of(l.Status), WireName.Of(l.Temperature), l.AssignedTo, l.NextFollowUpOn!.Value, l.UpdatedAt));
        }
    }
}
