using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Partners;

public sealed class UpdatePartnerHandler(IRepository<Partner> partners, IReadRepository<Referral> referrals, IPhoneNumbers phones) : IUseCase
{
    public async Task<Result<Versioned<PartnerDetails>>> HandleAsync(Guid partnerId, UpdatePartner request, uint? ifVersion, CancellationToken ct)
    {
        var partner = await partners.FindAsync(new PartnerId(partnerId), ct);
        if (partner is null) return PartnerErrors.NotFound(partnerId);
        if (ifVersion is { } version && version != partner.Version) return Error.Stale(partner.Version);

        var check = new Validation();
        var fields = request.Over(partner);
        var facts = PartnerFieldsCheck.Check(fields, phones, check);
        var code = PartnerFieldsCheck.Code(fields.PartnerCode, check);
        if (code is null && !check.Failed) check.Add("partner_code", "is required.");
        if (check.Failed) return check.ToError();

        var recoded = partner.Recode(code!, code != partner.PartnerCode && await referrals.AnyAsync(new AnyReferralOf(partner.Id), ct));
        if (recoded.IsFailure) return recoded.Error;
        partner.Update(facts);
        try
        {
            await partners.SaveChangesAsync(ct);
        }
        catch (ConstraintViolatedException e) when (e.Constraint == CreatePartnerHandler.OneCode)
        {
            return PartnerErrors.CodeTaken(code!);
        }

        return partner.ToAnswer();
    }
}

/// <summary>Moves a partner that referred nobody to the trash.</summary>
public sealed record DeletePartner(Guid PartnerId, uint? IfVersion);

public sealed class DeletePartnerHandler(IRepository<Partner> partners, IReadRepository<Referral> referrals, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(DeletePartner request, CancellationToken ct)
    {
        var partner = await partners.FindAsync(new PartnerId(request.PartnerId), ct);
        if (partner is null) return PartnerErrors.NotFound(request.PartnerId);
        if (request.IfVersion is { } version && version != partner.Version) return Error.Stale(partner.Version);
        var moved = partner.MoveToTrash(await referrals.AnyAsync(new AnyReferralOf(partner.Id), ct), clock.GetUtcNow());
        if (moved.IsSuccess) await partners.SaveChangesAsync(ct);
        return moved;
    }
}

/// <summary>Takes a partner out of the trash.</summary>
public sealed record RestorePartner(Guid PartnerId);

public sealed class RestorePartnerHandler(IRepository<Partner> partners) : IUseCase
{
    public async Task<Result<Versioned<PartnerDetails>>> HandleAsync(RestorePartner request, CancellationToken ct)
    {
        var partner = await partners.FirstOrDefaultAsync(new PartnerInTrash(new PartnerId(request.PartnerId)), ct);
        if (partner is null) return PartnerErrors.NotFound(request.PartnerId);
        partner.TakeOutOfTrash();
        await partners.SaveChangesAsync(ct);
        return partner.ToAnswer();
    }
}
