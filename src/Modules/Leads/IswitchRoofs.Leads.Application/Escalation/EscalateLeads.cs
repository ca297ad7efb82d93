using IswitchRoofs.Leads.Application.Response;
using IswitchRoofs.Leads.Domain.Escalation;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Escalation;

/// <summary>Tells whom R3 names of every lead that has waited too long, a batch at a time. Row and message are one transaction: each step is told once.</summary>
public sealed record EscalateLeads(int AtMost = 100);

/// <param name="Leads">Fewer than asked for when none is left.</param>
public sealed record LeadsEscalated(int Leads, int Told);

public sealed class EscalateLeadsHandler(IWaitingLeads waiting, IRepository<LeadEscalation> escalations, ResponseClocks clocks, TimeProvider time) : IUseCase
{
    // A weekend without a host is made up for; what is older would bury people in old news.
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(3);

    public async Task<Result<LeadsEscalated>> HandleAsync(EscalateLeads command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var clock = await clocks.CurrentAsync(ct);
        var steps = Enum.GetValues<EscalationStep>();
        var bounds = Enum.GetValues<Temperature>().ToDictionary(t => t, t => new EscalationBounds(
            clock.CameInUntil(now - LookBack, t, EscalationPolicy.PartOf(EscalationStep.Admins)),
            steps.ToDictionary(s => s, s => clock.CameInUntil(now, t, EscalationPolicy.PartOf(s)))));
        var due = await waiting.ListAsync(bounds, command.AtMost, ct);
        var told = 0;
        foreach (var (lead, reached, known) in due)
            foreach (var step in EscalationPolicy.ToTell(reached, known))
            {
                var dueAt = clock.DueAt(lead.CameInAt, lead.Temperature, EscalationPolicy.PartOf(step));
                escalations.Add(LeadEscalation.Of(lead, step, dueAt, clock.DueAt(lead.CameInAt, lead.Temperature), now));
                told++;
            }

        if (told > 0) await escalations.SaveChangesAsync(ct);
        return new LeadsEscalated(due.Count, told);
    }
}
