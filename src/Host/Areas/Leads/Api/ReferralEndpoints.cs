using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Referrals;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>REST door of the referrals and of what they earn.</summary>
internal static class ReferralEndpoints
{
    public static void MapReferralsApi(this IEndpointRouteBuilder app)
    {
        var referrals = app.MapGroup("/api/referrals").WithTags("Referrals").RequireAuthorization(LeadsPermissions.ReadPartners).RefuseUnknownQuery().WithIdempotency("leads");
        referrals.MapGet("/", ListReferrals).WithName(nameof(ListReferrals)).WithSummary("List referrals, by when they were made").Produces<PageOf<ReferralDetails>>();
        referrals.MapPost("/", PostReferral).WithName(nameof(PostReferral)).WithSummary("A partner sends a lead: the lead is made with the referral")
            .RequireAuthorization(LeadsPermissions.CreatePartners).Produces<ReferralDetails>(StatusCodes.Status201Created);
        referrals.MapGet("/{id:guid}", ReadReferral).WithName(nameof(ReadReferral)).WithSummary("Read a referral").Produces<ReferralDetails>();
        referrals.MapPatch("/{id:guid}", PatchReferral).WithName(nameof(PatchReferral)).WithSummary("Change the notes of a referral; everything else follows its lead")
            .Accepts<UpdateReferral>("application/merge-patch+json", "application/json")
            .RequireAuthorization(LeadsPermissions.WritePartners).Produces<ReferralDetails>();
        referrals.MapDelete("/{id:guid}", RemoveReferral).WithName(nameof(RemoveReferral)).WithSummary("Move a referral that earned nothing to the trash; its lead stays")
            .RequireAuthorization(LeadsPermissions.WritePartners).Produces(StatusCodes.Status204NoContent);
        referrals.MapPost("/{id:guid}/restore", PostRestore).WithName("RestoreReferral").WithSummary("Take a referral out of the trash")
            .RequireAuthorization(LeadsPermissions.WritePartners).Produces<ReferralDetails>();
        referrals.MapGet("/{id:guid}/ledger", ReadLedger).WithName("ReadReferralLedger").WithSummary("The steps of the commission's money").Produces<ReferralLedger>();
        referrals.MapPost("/{id:guid}/commission/approve", PostApproval).WithName("ApproveCommission").WithSummary("Approve a commission that the completed project fixed")
            .RequireAuthorization(LeadsPermissions.ManageCommissions).Produces<ReferralDetails>();
        referrals.MapPost("/{id:guid}/commission/pay", PostPayment).WithName("PayCommission").WithSummary("Mark an approved commission as paid; the same reference again answers the same")
            .RequireAuthorization(LeadsPermissions.ManageCommissions).Produces<ReferralDetails>();
        referrals.MapPost("/{id:guid}/commission/cancel", PostCancellation).WithName("CancelCommission").WithSummary("Take a commission back that is not paid")
            .RequireAuthorization(LeadsPermissions.ManageCommissions).Produces<ReferralDetails>();
    }

    private static async Task<IResult> ListReferrals(
        HttpContext http, [FromQuery(Name = "partner_id")] Guid? partnerId, [FromQuery(Name = "status")] string? status, [FromQuery(Name = "from")] string? from,
        [FromQuery(Name = "to")] string? to, [AsParameters] PageQuery page, SearchReferralsHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(new SearchReferrals(partnerId, status, from, to, page.ToRequest()), ct));

    private static async Task<IResult> PostReferral(
        HttpContext http, CreateReferral command, [FromQuery(Name = "allow_duplicate")] bool? allowDuplicate, CreateReferralHandler handler, CancellationToken ct) =>
        ApiAnswers.Created(
            http, await handler.HandleAsync(command with { AllowDuplicate = command.AllowDuplicate ?? allowDuplicate }, ct), referral => $"/api/referrals/{referral.Id}");

    private static async Task<IResult> ReadReferral(HttpContext http, Guid id, GetReferralHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(new GetReferral(id), ct));

    private static async Task<IResult> PatchReferral(HttpContext http, Guid id, UpdateReferral command, IfMatch ifMatch, UpdateReferralHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(id, command, ifMatch.Version, ct));

    private static async Task<IResult> RemoveReferral(Guid id, IfMatch ifMatch, DeleteReferralHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(new DeleteReferral(id, ifMatch.Version), ct));

    private static async Task<IResult> PostRestore(HttpContext http, Guid id, RestoreReferralHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(new RestoreReferral(id), ct));

    private static async Task<IResult> ReadLedger(Guid id, GetReferralLedgerHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetReferralLedger(id), ct));

    private static async Task<IResult> PostApproval(HttpContext http, Guid id, IfMatch ifMatch, ApproveCommissionHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(new ApproveCommission(id, ifMatch.Version), ct));

    private static async Task<IResult> PostPayment(HttpContext http, Guid id, PayCommission command, IfMatch ifMatch, PayCommissionHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(id, command, ifMatch.Version, ct));

    private static async Task<IResult> PostCancellation(HttpContext http, Guid id, CancelCommission command, IfMatch ifMatch, CancelCommissionHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(id, command, ifMatch.Version, ct));
}
