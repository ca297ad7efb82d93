using IswitchRoofs.Leads.Domain.Leads;

namespace IswitchRoofs.Leads.Domain.Escalation;

/// <summary>Leads without an answer that have reached a step nobody was told of. A seam: the database compares in one pass over the index of creation times.</summary>
public interface IWaitingLeads
{
    /// <param name="bounds">Per temperature: how far back to look, and until when a lead came in that has reached each step.</param>
    /// <returns>The oldest first, with the highest step it has reached and those that were told.</returns>
    Task<IReadOnlyList<LeadToEscalate>> ListAsync(IReadOnlyDictionary<Temperature, EscalationBounds> bounds, int atMost, CancellationToken ct);
}

/// <param name="Since">Leads from before are not looked at: their last step was due days ago and is no news.</param>
/// <param name="Until">By step.</param>
public sealed record EscalationBounds(DateTimeOffset Since, IReadOnlyDictionary<EscalationStep, DateTimeOffset> Until);

public sealed record LeadToEscalate(WaitingLead Lead, EscalationStep Reached, IReadOnlyCollection<EscalationStep> Told);
