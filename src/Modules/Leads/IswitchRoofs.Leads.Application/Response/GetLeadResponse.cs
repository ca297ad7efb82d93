using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Domain.Escalation;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Response;

/// <summary>The response clock of one lead (R1, R2).</summary>
public sealed record GetLeadResponse(Guid LeadId);

/// <param name="State">waiting, answered, closed: won, lost or put aside without an answer; or imported: nobody waits behind a row of a list.</param>
/// <param name="TargetSeconds">What its temperature allows; of an answered lead what it allowed then.</param>
/// <param name="DueAt">When the target passes, or passed; null unless waiting.</param>
/// <param name="Running">Whether the clock runs at this moment; outside business hours it stands still. Null unless waiting.</param>
/// <param name="ElapsedSeconds">What counted until now, or until the answer; null when closed.</param>
/// <param name="Late">The target has passed, or had passed when the answer came.</param>
public sealed record LeadResponse(
    Guid LeadId, string State, int TargetSeconds, DateTimeOffset? DueAt, bool? Running, int? ElapsedSeconds, bool Late, DateTimeOffset? FirstResponseAt, int? ResponseMinutes)
{
    /// <summary>Who was told that it waits (R3), the first first.</summary>
    public IReadOnlyList<LeadEscalationRow> Escalations { get; init; } = [];
}

/// <param name="Step">remind, missed, managers or admins.</param>
public sealed record LeadEscalationRow(string Step, DateTimeOffset ToldAt);

public sealed class GetLeadResponseHandler(IReadRepository<Lead> leads, IReadRepository<LeadEscalation> escalations, ResponseClocks clocks, TimeProvider time) : IUseCase
{
    public async Task<Result<LeadResponse>> HandleAsync(GetLeadResponse request, CancellationToken ct)
    {
        var id = new LeadId(request.LeadId);
        var lead = await leads.FirstOrDefaultAsync(new LeadById(id), ct);
        return lead is null
            ? LeadErrors.NotFound(id)
            : await ClockOfAsync(lead, ct) with { Escalations = await escalations.ListAsync(new EscalationsOf(id), ct) };
    }

    private async Task<LeadResponse> ClockOfAsync(Lead lead, CancellationToken ct)
    {
        var id = lead.Id.Value;
        var clock = await clocks.CurrentAsync(ct);
        var now = time.GetUtcNow();
        var target = lead.ResponseTargetSeconds ?? clock.TargetSeconds(lead.Temperature);
        if (lead.ImportId is not null) return new LeadResponse(id, "imported", target, null, null, null, false, lead.FirstResponseAt, null);
        if (lead.FirstResponseAt is not null)
            return new LeadResponse(id, "answered", target, null, null, lead.ResponseSeconds, lead.ResponseSeconds > target, lead.FirstResponseAt, lead.ResponseMinutes);
        if (!lead.IsWaiting) return new LeadResponse(id, "closed", target, null, null, null, false, null, null);
        var due = clock.DueAt(lead.CreatedAt, lead.Temperature);
        return new LeadResponse(
            id, "waiting", target, due, clock.Runs(now), (int)clock.Took(lead.CreatedAt, now).TotalSeconds, due <= now, null, null);
    }
    private sealed class EscalationsOf : Specification<LeadEscalation, LeadEscalationRow>
    {
        public EscalationsOf(LeadId id)
        {
            Query.Where(e => e.LeadId == id).OrderBy(e => e.ToldAt).ThenBy(e => e.DueAt);
            Select(e => new LeadEscalationRow(WireName.Of(e.Step), e.ToldAt));
        }
    }
}
