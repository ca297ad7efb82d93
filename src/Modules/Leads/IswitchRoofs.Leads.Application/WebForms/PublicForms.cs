using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Partners;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Leads.Domain.WebForms;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.WebForms;

/// <summary>The form behind a public address: of a key, or of a partner's code.</summary>
/// <param name="Key">Instead of a code.</param>
/// <param name="PartnerCode">Instead of a key.</param>
public sealed record GetPublicForm(string? Key, string? PartnerCode);

/// <param name="Name">Who acts when it is sent.</param>
/// <param name="Partner">Who sent the person; null for a form of our own.</param>
public sealed record PublicForm(
    string Name, string Title, IReadOnlyList<string> Fields, string? ConsentText, int ConsentVersion, string ThankYouText, string? RedirectUrl, IReadOnlyList<string> Origins, string Source, string? Partner)
{
    public bool Asks(string field) => Fields.Contains(field);
}

public sealed class GetPublicFormHandler(IReadRepository<WebForm> forms, IReadRepository<Partner> partners) : IUseCase
{
    public async Task<Result<PublicForm>> HandleAsync(GetPublicForm request, CancellationToken ct)
    {
        if (request.Key is { } key)
        {
            return await forms.FirstOrDefaultAsync(new ActiveWebForm(key), ct) is { } form
                ? new PublicForm($"Web form {form.Name}", form.Title, form.Fields, form.ConsentText, form.ConsentVersion, form.ThankYouText, form.RedirectUrl, form.Origins, WireName.Of(form.Source), null)
                : WebFormErrors.NotFound();
        }

        return await partners.FirstOrDefaultAsync(new PartnerByCode((request.PartnerCode ?? "").ToLowerInvariant()), ct) is { Status: PartnerStatus.Active } partner
            ? new PublicForm(
                $"Referral link {partner.PartnerCode}", "How can we help with your roof?", WebFormChoices.Fields, null, 0, "We have your request and will call you soon.", null, [],
                WireName.Of(LeadSource.PartnerReferral), partner.CompanyName)
            : WebFormErrors.NotFound();
    }
}

/// <summary>A stranger sent a public form: it becomes a lead and, by a partner's link, a referral.</summary>
public sealed record SubmitPublicForm
{
    public string? Key { get; init; }
    public string? PartnerCode { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Address { get; init; }
    public string? City { get; init; }
    public string? ZipCode { get; init; }
    public string? ProjectType { get; init; }
    public string? Urgency { get; init; }
    public string? Message { get; init; }

    /// <summary>The person agreed to what the form asks.</summary>
    public bool Consent { get; init; }
    public SourceDetailFields SourceDetail { get; init; } = new();
}

/// <param name="RedirectUrl">Where the person goes now; null for the thanks.</param>
public sealed record PublicFormSent(string? RedirectUrl);

/// <summary>
/// A stranger is never told that somebody is known: what looks like a lead or customer we have is captured, too, and
/// tagged for whoever works with it.
/// </summary>
public sealed class SubmitPublicFormHandler(
    GetPublicFormHandler read, LeadIntake intake, IReadRepository<Partner> partners, IRepository<Referral> referrals, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<PublicFormSent>> HandleAsync(SubmitPublicForm request, CancellationToken ct)
    {
        var found = await read.HandleAsync(new GetPublicForm(request.Key, request.PartnerCode), ct);
        if (found.IsFailure) return found.Error;
        var form = found.Value;
        var check = new Validation();
        var detail = request.SourceDetail.Cut().Check(check) ?? new SourceDetail();
        if (form.ConsentText is not null && !request.Consent) check.Add("consent", "is needed to go on.");
        if (check.Failed) return check.ToError();

        detail = detail with
        {
            Form = form.Name,
            ConsentText = form.ConsentText,
            ConsentVersion = form.ConsentText is null ? null : form.ConsentVersion,
            ConsentAt = form.ConsentText is null ? null : clock.GetUtcNow(),
        };
        var partner = form.Partner is null ? null : await partners.FirstOrDefaultAsync(new PartnerByCode(request.PartnerCode!.ToLowerInvariant()), ct);
        var taken = await intake.TakeFromStrangerAsync(FieldsOf(request, form) with { ReferralCode = partner?.PartnerCode }, detail, ct);
        if (taken.IsFailure) return taken.Error;
        if (partner is not null)
        {
            var made = Referral.Make(partner, taken.Value.Lead, null, user.ToActor(), clock.GetUtcNow());
            if (made.IsFailure) return made.Error;
            referrals.Add(made.Value);
        }

        await referrals.SaveChangesAsync(ct);
        return new PublicFormSent(form.RedirectUrl);
    }

    // What the form does not ask for is not taken, whoever sends it.
    private static LeadFields FieldsOf(SubmitPublicForm r, PublicForm form) => new()
    {
        FirstName = r.FirstName,
        LastName = r.LastName,
        Phone = form.Asks("phone") ? r.Phone : null,
        Email = form.Asks("email") ? r.Email : null,
        Address = form.Asks("address") ? r.Address : null,
        City = form.Asks("address") ? r.City : null,
        ZipCode = form.Asks("address") ? r.ZipCode : null,
        ProjectType = form.Asks("project_type") ? r.ProjectType : null,
        Urgency = form.Asks("urgency") ? r.Urgency : null,
        Notes = form.Asks("message") ? r.Message : null,
        Source = form.Source,
    };
}
