using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Leads.Application.Response;
using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Reactions;

/// <summary>A logged contact answers a lead, moves it on and is counted (R2, L2, S6, S7).</summary>
public sealed class HearOfInteractions(IRepository<Lead> leads, ResponseClocks clocks, ScoringRuleSets scoring, ICompanyClock company, TimeProvider clock) : IReaction
{
    private static readonly Actor Nobody = new(null, "System");

    public async Task<Result> HandleAsync(InteractionLogged e, CancellationToken ct)
    {
        if (e.LeadId is null) return Result.Success();
        var interaction = new LoggedInteraction(e.InteractionType, e.Direction, e.Outcome, e.TookPlaceAt, e.ByPerson)
        {
            Day = company.DayOf(e.TookPlaceAt), FollowUpOn = e.FollowUpOn,
        };
        var response = await clocks.CurrentAsync(ct);
        return await OnLeadAsync(e.LeadId, (lead, rules, now) => lead.HearOf(interaction, response, rules, new Actor(e.UserId, e.UserName), now), ct);
    }

    public Task<Result> HandleAsync(InteractionDeleted e, CancellationToken ct) =>
        OnLeadAsync(e.LeadId, (lead, rules, now) => lead.CountInteraction(-1, "Interaction deleted", rules, Nobody, now), ct);

    public Task<Result> HandleAsync(InteractionRestored e, CancellationToken ct) =>
        OnLeadAsync(e.LeadId, (lead, rules, now) => lead.CountInteraction(1, "Interaction restored", rules, Nobody, now), ct);

    private async Task<Result> OnLeadAsync(Guid? leadId, Action<Lead, ScoringRules, DateTimeOffset> change, CancellationToken ct)
    {
        if (leadId is not { } guid) return Result.Success();
        var id = new LeadId(guid);
        var lead = await leads.FindAsync(id, ct);
        if (lead is null) return LeadErrors.NotFound(id);
        change(lead, await scoring.ActiveAsync(ct), clock.GetUtcNow());
        return Result.Success();
    }
}
