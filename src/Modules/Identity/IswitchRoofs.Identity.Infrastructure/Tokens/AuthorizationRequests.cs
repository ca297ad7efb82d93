using System.Security.Claims;
using IswitchRoofs.Identity.Application.Integrations;
using IswitchRoofs.Identity.Infrastructure.Integrations;
using IswitchRoofs.SharedKernel.Domain;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace IswitchRoofs.Identity.Infrastructure.Tokens;

/// <summary>
/// Gives an app an authorization code for whoever is signed in to the pages: sends strangers to the sign-in page first, and
/// asks about apps of others on the consent page.
/// </summary>
internal sealed class AuthorizationRequests(GrantAccessHandler access, Consents consents, TimeProvider clock)
    : IOpenIddictServerHandler<HandleAuthorizationRequestContext>
{
    private const string ConsentPage = "/consent";

    public async ValueTask HandleAsync(HandleAuthorizationRequestContext context)
    {
        var http = context.Transaction.GetHttpRequest()!.HttpContext;
        var granted = await access.HandleAsync(new GrantAccess(Guid.Parse(context.ClientId!), context.Request.GetScopes()), context.CancellationToken);
        if (granted.IsFailure)
        {
            context.Reject(Errors.InvalidScope, string.Join(' ', granted.Error.Fields.SelectMany(f => f.Value)));
            return;
        }

        if (granted.Value is not { } grant)
        {
            context.Reject(Errors.UnauthorizedClient, "The integration is disabled or has expired.");
            return;
        }

        var parameters = context.Request.GetParameters()
            .Where(p => !OpenIddictParameter.IsNullOrEmpty(p.Value)).ToDictionary(p => p.Key, p => (string?)p.Value ?? "", StringComparer.Ordinal);
        var silent = context.Request.HasPromptValue(PromptValues.None);
        var person = (await http.AuthenticateAsync(IdentityModule.CookieScheme)).Principal;
        if (!Guid.TryParse(person?.FindFirst("sub")?.Value, out var userId))
        {
            if (silent) context.Reject(Errors.LoginRequired, "Nobody is signed in.");
            else SendTo(context, http, "/sign-in", ("returnUrl", $"/connect/authorize{QueryOf(parameters)}"));
            return;
        }

        var answer = parameters.GetValueOrDefault(Consents.Parameter);
        if (answer == Consents.Denied)
        {
            context.Reject(Errors.AccessDenied, "The person said no.");
            return;
        }

        if ((grant.AsksConsent || context.Request.HasPromptValue(PromptValues.Consent)) && !consents.IsApproved(answer, userId, parameters))
        {
            if (silent) context.Reject(Errors.ConsentRequired, "The person has to be asked.");
            else SendTo(context, http, ConsentPage, [.. parameters.Where(p => p.Key != Consents.Parameter).Select(p => (p.Key, p.Value))]);
            return;
        }

        // The code names the session that its exchange will open, so that a code used twice can end it.
        var identity = new ClaimsIdentity("OAuth", "name", "role");
        identity.AddClaim(new Claim("sub", $"{userId}"));
        identity.AddClaim(new Claim("sid", Uuid.New(clock.GetUtcNow()).ToString()));
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(grant.Scopes);
        principal.SetResources(TokenSettings.Audience);
        context.SignIn(principal);
    }

    private static void SendTo(HandleAuthorizationRequestContext context, HttpContext http, string page, params (string Name, string Value)[] query)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Redirect(page + QueryOf(query.Select(p => KeyValuePair.Create(p.Name, p.Value))));
        context.HandleRequest();
    }

    private static QueryString QueryOf(IEnumerable<KeyValuePair<string, string>> parameters) => new QueryBuilder(parameters).ToQueryString();
}
