using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Referrals;

public sealed record GetReferral(Guid ReferralId);

public sealed class GetReferralHandler(IReadRepository<Referral> referrals, ReferralAnswers answers) : IUseCase
{
    public async Task<Result<Versioned<ReferralDetails>>> HandleAsync(GetReferral request, CancellationToken ct)
    {
        var referral = await referrals.FirstOrDefaultAsync(new ReferralById(new ReferralId(request.ReferralId)), ct);
        return referral is null ? ReferralErrors.NotFound(request.ReferralId) : await answers.OfAsync(referral, ct);
    }
}

/// <summary>The money's steps, the first first.</summary>
public sealed record GetReferralLedger(Guid ReferralId);

public sealed record ReferralLedger(IReadOnlyList<LedgerRow> Entries);

public sealed class GetReferralLedgerHandler(IReadRepository<Referral> referrals, IReadRepository<ReferralLedgerEntry> ledger) : IUseCase
{
    public async Task<Result<ReferralLedger>> HandleAsync(GetReferralLedger request, CancellationToken ct)
    {
        var id = new ReferralId(request.ReferralId);
        return await referrals.AnyAsync(new ReferralById(id), ct)
            ? new ReferralLedger(await ledger.ListAsync(new LedgerOf(id), ct))
            : ReferralErrors.NotFound(request.ReferralId);
    }
}

/// <summary>Who referred a lead, for its page.</summary>
public sealed record GetReferralOfLead(Guid LeadId);

public sealed class GetReferralOfLeadHandler(IReadRepository<Referral> referrals, ReferralAnswers answers) : IUseCase
{
    public async Task<Result<ReferralDetails>> HandleAsync(GetReferralOfLead request, CancellationToken ct)
    {
        var referral = await referrals.FirstOrDefaultAsync(new ReferralOfLead(new LeadId(request.LeadId)), ct);
        return referral is null ? ReferralErrors.NotFound(request.LeadId) : (await answers.OfAsync(referral, ct)).Value;
    }
}
