using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Integrations;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Identity.Api;

/// <summary>Programs with rights of their own. No idempotency here: an answer that holds a secret must not be stored.</summary>
internal static class IntegrationEndpoints
{
    public static void MapIntegrationsApi(this IEndpointRouteBuilder app)
    {
        var integrations = app.MapGroup("/api/integrations").WithTags("Integrations").RequireAuthorization(IdentityPermissions.ManageIntegrations).RefuseUnknownQuery();
        integrations.MapGet("/", ListIntegrations).WithName(nameof(ListIntegrations)).WithSummary("List integrations").Produces<PageOf<IntegrationDetails>>();
        integrations.MapPost("/", PostIntegration).WithName(nameof(PostIntegration)).WithSummary("Create an integration; its secret is answered this once")
            .Produces<IssuedIntegration>(StatusCodes.Status201Created);
        integrations.MapGet("/{id:guid}", ReadIntegration).WithName(nameof(ReadIntegration)).WithSummary("Read an integration").Produces<IntegrationDetails>();
        integrations.MapPatch("/{id:guid}", PatchIntegration).WithName(nameof(PatchIntegration))
            .WithSummary("Change some fields of an integration; other rights end its tokens")
            .Accepts<IntegrationPatch>("application/merge-patch+json", "application/json").Produces<IntegrationDetails>();
        integrations.MapDelete("/{id:guid}", RemoveIntegration).WithName("DeleteIntegration").WithSummary("Remove an integration for good; ends its tokens")
            .Produces(StatusCodes.Status204NoContent);
        integrations.MapPost("/{id:guid}/rotate-secret", PostSecret).WithName("RotateIntegrationSecret")
            .WithSummary("Replace the secret; ends the old one and its tokens").Produces<IssuedIntegration>();
    }

    private static async Task<IResult> ListIntegrations(
        HttpContext http, [AsParameters] IntegrationListQuery query, SearchIntegrationsHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(query.ToRequest(), ct));

    private static async Task<IResult> PostIntegration(HttpContext http, CreateIntegration command, CreateIntegrationHandler handler, CancellationToken ct) =>
        Secret(http, ApiAnswers.Created(http, (await handler.HandleAsync(command, ct)).Versioned(i => i.Integration.Version), i => $"/api/integrations/{i.Integration.Id}"));

    private static async Task<IResult> ReadIntegration(HttpContext http, Guid id, GetIntegrationHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new GetIntegration(id), ct)).Versioned(i => i.Version));

    private static async Task<IResult> PatchIntegration(
        HttpContext http, Guid id, IntegrationPatch fields, IfMatch ifMatch, ChangeIntegrationHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new ChangeIntegration(id, fields, ifMatch.Version), ct)).Versioned(i => i.Version));

    private static async Task<IResult> RemoveIntegration(Guid id, IfMatch ifMatch, DeleteIntegrationHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(new DeleteIntegration(id, ifMatch.Version), ct));

    private static async Task<IResult> PostSecret(HttpContext http, Guid id, IfMatch ifMatch, RotateIntegrationSecretHandler handler, CancellationToken ct) =>
        Secret(http, ApiAnswers.Item(http, (await handler.HandleAsync(new RotateIntegrationSecret(id, ifMatch.Version), ct)).Versioned(i => i.Integration.Version)));

    private static IResult Secret(HttpContext http, IResult answer)
    {
        http.Response.Headers.CacheControl = "no-store";
        return answer;
    }
}

/// <summary>Query of <c>GET /api/integrations</c>.</summary>
internal sealed record IntegrationListQuery(
    [FromQuery(Name = "q")] string? Q,
    [FromQuery(Name = "kind")] string? Kind,
    [FromQuery(Name = "is_active")] bool? IsActive,
    [FromQuery(Name = "page")] int? Page,
    [FromQuery(Name = "per_page")] int? PerPage,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "sort")] string? Sort)
{
    public SearchIntegrations ToRequest() => new(new PageRequest(Page, PerPage, Cursor, Sort), Q, Kind, IsActive);
}
