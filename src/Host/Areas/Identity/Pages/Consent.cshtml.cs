using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Integrations;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages;

/// <summary>
/// Asks a signed-in person about an app of others. The answers are links and no form, since browsers hold a form to this
/// site also where the answer leads on to the app; only this page can make the link that says yes.
/// </summary>
[Authorize(IdentityPermissions.OwnAccount)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ConsentModel(GrantAccessHandler access, IConsents consents, ICurrentUser user) : PageModel
{
    private const string Answer = "consent";

    public string App { get; private set; } = "";

    public string Me => user.Name;

    public IReadOnlyList<string> Scopes { get; private set; } = [];

    public string Destination { get; private set; } = "";

    public string AllowUrl { get; private set; } = "";

    public string DenyUrl { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var request = Request.Query.Where(q => q.Key != Answer && q.Value.Count == 1).ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
        if (!Guid.TryParse(request.GetValueOrDefault("client_id"), out var client) || !Uri.TryCreate(request.GetValueOrDefault("redirect_uri"), UriKind.Absolute, out var redirect)) return BadRequest();
        var scopes = request.GetValueOrDefault("scope", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var granted = await access.HandleAsync(new GrantAccess(client, scopes), ct);
        if (granted.IsFailure || granted.Value is not { Role: null } grant) return BadRequest();

        App = grant.Name;
        Scopes = [.. grant.Scopes.Where(GrantableScopes.IsPermission)];
        Destination = redirect.Host.Length > 0 ? redirect.Host : "the app";
        AllowUrl = Url(consents.Approve(user.Id!.Value, request));
        DenyUrl = Url("denied");
        return Page();

        string Url(string answer) => "/connect/authorize" + new QueryBuilder(request.Append(new(Answer, answer))).ToQueryString();
    }
}
