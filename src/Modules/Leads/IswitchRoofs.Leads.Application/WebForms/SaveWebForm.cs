using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.WebForms;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.WebForms;

/// <summary>A web form as an admin describes it.</summary>
/// <param name="Id">Null for a new one.</param>
/// <param name="RedirectUrl">An https address.</param>
/// <param name="Origins">As https://www.example.com, one each.</param>
public sealed record SaveWebForm(
    Guid? Id, string? Name, bool IsActive, string? Source, string? Title, string? ConsentText, IReadOnlyList<string>? Fields, string? ThankYouText, string? RedirectUrl,
    IReadOnlyList<string>? Origins, uint? IfVersion);

public sealed class SaveWebFormHandler(IRepository<WebForm> forms, TimeProvider clock) : IUseCase
{
    private const int MostOrigins = 20;

    public async Task<Result<WebFormDetails>> HandleAsync(SaveWebForm request, CancellationToken ct)
    {
        var check = new Validation();
        var facts = new WebFormFacts(
            check.Text("name", request.Name, 100, required: true) ?? "", request.IsActive, check.Enum<LeadSource>("source", request.Source) ?? LeadSource.WebsiteForm,
            check.Text("title", request.Title, 200, required: true) ?? "", check.Text("consent_text", request.ConsentText, 2_000), FieldsOf(request.Fields ?? [], check),
            check.Text("thank_you_text", request.ThankYouText, 500) ?? "We have your request and will call you soon.", AddressOf(request.RedirectUrl, check), OriginsOf(request.Origins ?? [], check));
        if (check.Failed) return check.ToError();

        WebForm? form;
        if (request.Id is { } id)
        {
            form = await forms.FindAsync(new WebFormId(id), ct);
            if (form is null) return WebFormErrors.NotFound();
            if (request.IfVersion is { } version && version != form.Version) return Error.Stale(form.Version);
            form.Update(facts);
        }
        else
        {
            forms.Add(form = WebForm.Open(facts, clock.GetUtcNow()));
        }

        await forms.SaveChangesAsync(ct);
        return WebFormDetails.Of(form);
    }

    private static string[] FieldsOf(IReadOnlyList<string> names, Validation check)
    {
        WebFormField[] fields = [.. names.Select(name => check.Enum<WebFormField>("fields", name)).OfType<WebFormField>().Distinct().Order()];
        if (!fields.Contains(WebFormField.Phone) && !fields.Contains(WebFormField.Email)) check.Add("fields", "must hold phone or email: one way to reach the person.");
        return [.. fields.Select(f => WireName.Of(f))];
    }

    private static string? AddressOf(string? typed, Validation check)
    {
        var text = check.Text("redirect_url", typed, 2_000);
        if (text is null || check.Failed) return text;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0) return uri.AbsoluteUri;
        check.Add("redirect_url", "must be an address that begins with https://.");
        return null;
    }

    private static string[] OriginsOf(IReadOnlyList<string> typed, Validation check)
    {
        var origins = new List<string>();
        foreach (var text in typed.Select(t => t.Trim()).Where(t => t.Length > 0))
        {
            // The origin goes into a header: nothing but what the parser itself spells is put there.
            if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.PathAndQuery == "/" && uri.Fragment.Length + uri.UserInfo.Length == 0)
                origins.Add(uri.GetLeftPart(UriPartial.Authority).ToLowerInvariant());
            else check.Add("origins", $"'{text}' must be an origin such as https://www.example.com.");
        }

        if (origins.Count > MostOrigins) check.Add("origins", $"must be at most {MostOrigins}.");
        return [.. origins.Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>Gives a form another address: the old one leads nowhere.</summary>
public sealed record RenewWebFormKey(Guid Id);

public sealed class RenewWebFormKeyHandler(IRepository<WebForm> forms) : IUseCase
{
    public async Task<Result<WebFormDetails>> HandleAsync(RenewWebFormKey request, CancellationToken ct)
    {
        var form = await forms.FindAsync(new WebFormId(request.Id), ct);
        if (form is null) return WebFormErrors.NotFound();
        form.RenewKey();
        await forms.SaveChangesAsync(ct);
        return WebFormDetails.Of(form);
    }
}
