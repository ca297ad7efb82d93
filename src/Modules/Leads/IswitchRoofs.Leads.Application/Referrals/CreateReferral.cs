using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Partners;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Referrals;

/// <summary>A partner sends a lead (B3): the lead is made with it, in one transaction.</summary>
public sealed record CreateReferral : LeadFields
{
    /// <summary>Or partner_code.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>Instead of partner_id.</summary>
    public string? PartnerCode { get; init; }

    /// <summary>About the referral; notes are the lead's.</summary>
    public string? ReferralNotes { get; init; }

    /// <summary>Leave out to have somebody chosen (L4).</summary>
    public Guid? AssignedTo { get; init; }

    /// <inheritdoc cref="CreateLead.SourceDetail"/>
    public SourceDetailFields? SourceDetail { get; init; }

    /// <summary>Save although it looks like a lead or customer that is already there.</summary>
    public bool? AllowDuplicate { get; init; }
}

public sealed class CreateReferralHandler(
    IRepository<Referral> referrals, IReadRepository<Partner> partners, LeadIntake intake, ReferralAnswers answers, ICurrentUser user, TimeProvider clock) : IUseCase
{
    private static readonly string Source = WireName.Of(LeadSource.PartnerReferral);

    public async Task<Result<Versioned<ReferralDetails>>> HandleAsync(CreateReferral request, CancellationToken ct)
    {
        var check = new Validation();
        var notes = check.Text("referral_notes", request.ReferralNotes, 10_000);
        var code = PartnerFieldsCheck.Code(request.PartnerCode, check);
        if (request.PartnerId is null == code is null && !check.Failed) check.Add("partner_id", "or partner_code is required, and not both.");
        if (request.Source is not null && request.Source != Source) check.Add("source", $"is {Source}: leave it out.");
        if (check.Failed) return check.ToError();

        var partner = request.PartnerId is { } id
            ? await partners.FirstOrDefaultAsync(new PartnerById(new PartnerId(id)), ct)
            : await partners.FirstOrDefaultAsync(new PartnerByCode(code!), ct);
        if (partner is null) return PartnerErrors.Unknown(code is null ? "partner_id" : "partner_code");
        if (partner.Status != PartnerStatus.Active) return PartnerErrors.NotActive(partner.CompanyName);

        var taken = await intake.TakeAsync(request with { Source = Source, ReferralCode = partner.PartnerCode }, request.AssignedTo, request.AllowDuplicate ?? false, request.SourceDetail, ct);
        if (taken.IsFailure) return taken.Error;
        var made = Referral.Make(partner, taken.Value.Lead, notes, user.ToActor(), clock.GetUtcNow());
        if (made.IsFailure) return made.Error;
        referrals.Add(made.Value);
        await referrals.SaveChangesAsync(ct);
        return await answers.OfAsync(made.Value, ct);
    }
}
