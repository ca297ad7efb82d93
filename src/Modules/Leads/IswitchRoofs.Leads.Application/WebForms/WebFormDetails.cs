using IswitchRoofs.Leads.Domain.WebForms;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.WebForms;

/// <param name="ConsentVersion">Moves with the text.</param>
/// <param name="Origins">Whose pages may show it in a frame.</param>
public sealed record WebFormDetails(
    Guid Id, string Name, string Key, bool IsActive, string Source, string Title, string? ConsentText, int ConsentVersion, IReadOnlyList<string> Fields,
    string ThankYouText, string? RedirectUrl, IReadOnlyList<string> Origins, uint Version)
{
    internal static WebFormDetails Of(WebForm f) => new(
        f.Id.Value, f.Name, f.Key, f.IsActive, WireName.Of(f.Source), f.Title, f.ConsentText, f.ConsentVersion, f.Fields, f.ThankYouText, f.RedirectUrl, f.Origins, f.Version);
}

/// <summary>What a form may ask for.</summary>
public static class WebFormChoices
{
    public static IReadOnlyList<string> Fields { get; } = WireName.All<WebFormField>();
}

/// <summary>All web forms, by name.</summary>
public sealed record GetWebForms;

public sealed class GetWebFormsHandler(IReadRepository<WebForm> forms) : IUseCase
{
    public async Task<Result<IReadOnlyList<WebFormDetails>>> HandleAsync(GetWebForms request, CancellationToken ct) =>
        Result.Success<IReadOnlyList<WebFormDetails>>([.. (await forms.ListAsync(new ByName(), ct)).Select(WebFormDetails.Of)]);

    private sealed class ByName : Specification<WebForm>
    {
        public ByName() => Query.OrderBy(f => f.Name).ThenBy(f => f.Id).Take(200);
    }
}

public sealed record GetWebForm(Guid Id);

public sealed class GetWebFormHandler(IReadRepository<WebForm> forms) : IUseCase
{
    public async Task<Result<WebFormDetails>> HandleAsync(GetWebForm request, CancellationToken ct) =>
        await forms.FirstOrDefaultAsync(new WebFormById(new WebFormId(request.Id)), ct) is { } form ? WebFormDetails.Of(form) : WebFormErrors.NotFound();
}

internal sealed class WebFormById : Specification<WebForm>
{
    public WebFormById(WebFormId id) => Query.Where(f => f.Id == id);
}

internal sealed class ActiveWebForm : Specification<WebForm>
{
    public ActiveWebForm(string key) => Query.Where(f => f.Key == key && f.IsActive);
}

internal static class WebFormErrors
{
    public static Error NotFound() => Error.NotFound("leads.web_form_not_found", "There is no such form.");
}
