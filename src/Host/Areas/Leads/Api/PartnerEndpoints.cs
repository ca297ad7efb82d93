using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Partners;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>REST door of the partners.</summary>
internal static class PartnerEndpoints
{
    public static void MapPartnersApi(this IEndpointRouteBuilder app)
    {
        var partners = app.MapGroup("/api/partners").WithTags("Partners").RequireAuthorization(LeadsPermissions.ReadPartners).RefuseUnknownQuery().WithIdempotency("leads");
        partners.MapGet("/", ListPartners).WithName(nameof(ListPartners)).WithSummary("List partners, with what they brought").Produces<PageOf<PartnerRow>>();
        partners.MapPost("/", PostPartner).WithName(nameof(PostPartner)).WithSummary("Enter a partner")
            .RequireAuthorization(LeadsPermissions.CreatePartners).Produces<PartnerDetails>(StatusCodes.Status201Created);
        partners.MapGet("/{id:guid}", ReadPartner).WithName(nameof(ReadPartner)).WithSummary("Read a partner").Produces<PartnerDetails>();
        partners.MapPatch("/{id:guid}", PatchPartner).WithName(nameof(PatchPartner)).WithSummary("Change some fields of a partner")
            .Accepts<UpdatePartner>("application/merge-patch+json", "application/json")
            .RequireAuthorization(LeadsPermissions.WritePartners).Produces<PartnerDetails>();
        partners.MapDelete("/{id:guid}", RemovePartner).WithName(nameof(RemovePartner)).WithSummary("Move a partner who referred nobody to the trash")
            .RequireAuthorization(LeadsPermissions.WritePartners).Produces(StatusCodes.Status204NoContent);
        partners.MapPost("/{id:guid}/restore", PostRestore).WithName("RestorePartner").WithSummary("Take a partner out of the trash")
            .RequireAuthorization(LeadsPermissions.WritePartners).Produces<PartnerDetails>();
        partners.MapGet("/stats", ReadAllStats).WithName("ReadPartnersStats").WithSummary("What all partners brought together: referrals, conversion, revenue and commission, by month")
            .Produces<PartnerStats>();
        partners.MapGet("/{id:guid}/stats", ReadStats).WithName("ReadPartnerStats").WithSummary("What a partner brought: referrals, conversion, revenue and commission, by month, and how far the next tier is")
            .Produces<PartnerStats>();
    }

    private static async Task<IResult> ListPartners(
        HttpContext http, [FromQuery(Name = "q")] string? q, [FromQuery(Name = "category")] string? category, [FromQuery(Name = "tier")] string? tier,
        [FromQuery(Name = "status")] string? status, [AsParameters] PageQuery page, SearchPartnersHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(new SearchPartners(q, category, tier, status, page.ToRequest()), ct));

    private static async Task<IResult> PostPartner(HttpContext http, CreatePartner command, CreatePartnerHandler handler, CancellationToken ct) =>
        ApiAnswers.Created(http, await handler.HandleAsync(command, ct), partner => $"/api/partners/{partner.Id}");

    private static async Task<IResult> ReadPartner(HttpContext http, Guid id, GetPartnerHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(new GetPartner(id), ct));

    private static async Task<IResult> PatchPartner(HttpContext http, Guid id, UpdatePartner command, IfMatch ifMatch, UpdatePartnerHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(id, command, ifMatch.Version, ct));

    private static async Task<IResult> RemovePartner(Guid id, IfMatch ifMatch, DeletePartnerHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(new DeletePartner(id, ifMatch.Version), ct));

    private static async Task<IResult> PostRestore(HttpContext http, Guid id, RestorePartnerHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(new RestorePartner(id), ct));

    private static async Task<IResult> ReadAllStats([FromQuery(Name = "from")] string? from, [FromQuery(Name = "to")] string? to, GetPartnerStatsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetPartnerStats(null, from, to), ct));

    private static async Task<IResult> ReadStats(
        Guid id, [FromQuery(Name = "from")] string? from, [FromQuery(Name = "to")] string? to, GetPartnerStatsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetPartnerStats(id, from, to), ct));
}
