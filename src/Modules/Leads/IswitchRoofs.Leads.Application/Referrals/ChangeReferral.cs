using IswitchRoofs.Leads.Application.Conversion;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Referrals;

/// <summary>Changes what people wrote about a referral (JSON Merge Patch); everything else follows the lead.</summary>
public sealed record UpdateReferral
{
    public Optional<string?> Notes { get; init; }
}

public sealed class UpdateReferralHandler(IRepository<Referral> referrals, ReferralAnswers answers) : IUseCase
{
    public async Task<Result<Versioned<ReferralDetails>>> HandleAsync(Guid referralId, UpdateReferral request, uint? ifVersion, CancellationToken ct)
    {
        var check = new Validation();
        var notes = check.Text("notes", request.Notes.Or(null), 10_000);
        if (check.Failed) return check.ToError();
        var referral = await referrals.FindAsync(new ReferralId(referralId), ct);
        if (referral is null) return ReferralErrors.NotFound(referralId);
        if (ifVersion is { } version && version != referral.Version) return Error.Stale(referral.Version);
        if (request.Notes.IsSet) referral.Note(notes);
        await referrals.SaveChangesAsync(ct);
        return await answers.OfAsync(referral, ct);
    }
}

/// <summary>Moves a referral that earned nothing yet to the trash; its lead stays.</summary>
public sealed record DeleteReferral(Guid ReferralId, uint? IfVersion);

public sealed class DeleteReferralHandler(IRepository<Referral> referrals, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(DeleteReferral request, CancellationToken ct)
    {
        var referral = await referrals.FindAsync(new ReferralId(request.ReferralId), ct);
        if (referral is null) return ReferralErrors.NotFound(request.ReferralId);
        if (request.IfVersion is { } version && version != referral.Version) return Error.Stale(referral.Version);
        var moved = referral.MoveToTrash(clock.GetUtcNow());
        if (moved.IsSuccess) await referrals.SaveChangesAsync(ct);
        return moved;
    }
}

/// <summary>Takes a referral out of the trash.</summary>
public sealed record RestoreReferral(Guid ReferralId);

public sealed class RestoreReferralHandler(
    IRepository<Referral> referrals, IReadRepository<Partner> partners, IReadRepository<Lead> leads, ReferralAnswers answers, TimeProvider clock) : IUseCase
{
    public async Task<Result<Versioned<ReferralDetails>>> HandleAsync(RestoreReferral request, CancellationToken ct)
    {
        var referral = await referrals.FirstOrDefaultAsync(new ReferralInTrash(new ReferralId(request.ReferralId)), ct);
        var partner = referral is null ? null : await partners.FirstOrDefaultAsync(new PartnerOfReferral(referral.PartnerId), ct);
        if (referral is null || partner is null) return ReferralErrors.NotFound(request.ReferralId);
        referral.TakeOutOfTrash(partner, await leads.FirstOrDefaultAsync(new LeadEvenDeleted(referral.LeadId), ct), clock.GetUtcNow());
        await referrals.SaveChangesAsync(ct);
        return await answers.OfAsync(referral, ct);
    }
}
