using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Partners;

/// <summary>Enters a partner.</summary>
public sealed record CreatePartner : PartnerFields;

public sealed class CreatePartnerHandler(IRepository<Partner> partners, IPhoneNumbers phones, ICurrentUser user, TimeProvider clock) : IUseCase
{
    internal const string OneCode = "ux_partners_code";

    public async Task<Result<Versioned<PartnerDetails>>> HandleAsync(CreatePartner request, CancellationToken ct)
    {
        var check = new Validation();
        var facts = PartnerFieldsCheck.Check(request, phones, check);
        var code = PartnerFieldsCheck.Code(request.PartnerCode, check);
        if (check.Failed) return check.ToError();
        if ((facts.Status != PartnerStatus.Pending || facts.CommissionRate is not null) && !user.Has(LeadsPermissions.WritePartners)) return PartnerErrors.NeedsManager();

        if (code is null)
        {
            var slug = PartnerCodes.Slug(facts.CompanyName);
            code = PartnerCodes.Of(facts.CompanyName, (await partners.ListAsync(new CodesLike(slug), ct)).ToHashSet(StringComparer.Ordinal));
        }

        var partner = Partner.Enter(facts, code, user.Id, clock.GetUtcNow());
        partners.Add(partner);
        try
        {
            await partners.SaveChangesAsync(ct);
        }
        catch (ConstraintViolatedException e) when (e.Constraint == OneCode)
        {
            return PartnerErrors.CodeTaken(code);
        }

        return partner.ToAnswer();
    }
}
