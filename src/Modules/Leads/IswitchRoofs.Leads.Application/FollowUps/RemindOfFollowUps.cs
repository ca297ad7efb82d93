using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.FollowUps;

/// <summary>Tells of every lead whose follow-up is due today or late, a batch at a time. The lead keeps for which day that was told: once for each.</summary>
public sealed record RemindOfFollowUps(int AtMost = 100);

/// <param name="Handled">Fewer than asked for when none is left.</param>
public sealed record FollowUpsTold(int Handled, int Told);

public sealed class RemindOfFollowUpsHandler(IRepository<Lead> leads, ICompanyClock company) : IUseCase
{
    public async Task<Result<FollowUpsTold>> HandleAsync(RemindOfFollowUps command, CancellationToken ct)
    {
        var (now, today) = (company.Now, company.Today);
        var due = await leads.ListAsync(new WithUntoldFollowUp(today, command.AtMost), ct);
        var told = due.Count(lead => lead.RemindOfFollowUp(today, now));
        if (told > 0) await leads.SaveChangesAsync(ct);
        return new FollowUpsTold(due.Count, told);
    }

    private sealed class WithUntoldFollowUp : Specification<Lead>
    {
        public WithUntoldFollowUp(DateOnly today, int atMost) => Query
            .Where(l => l.NextFollowUpOn <= today && l.Status != LeadStatus.Won && l.Status != LeadStatus.Lost && l.Status != LeadStatus.Nurture)
            .Where(l => l.FollowUpToldFor == null || l.FollowUpToldFor != l.NextFollowUpOn)
            .OrderBy(l => l.NextFollowUpOn).ThenBy(l => l.Id).Take(atMost).AsTracking();
    }
}
