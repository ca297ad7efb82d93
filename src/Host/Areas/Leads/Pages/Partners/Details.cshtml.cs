using IswitchRoofs.Host.Web;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Partners;
using IswitchRoofs.Leads.Application.Referrals;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Partners;

[Authorize(LeadsPermissions.ReadPartners)]
public sealed class DetailsModel(
    GetPartnerHandler read, GetPartnerStatsHandler readStats, SearchReferralsHandler readReferrals, DeletePartnerHandler deletions, RestorePartnerHandler restorations,
    ApproveCommissionHandler approvals, PayCommissionHandler payments, CancelCommissionHandler cancellations, ICurrentUser user) : PageModel
{
    private const int ReferralsShown = 25;
    private const int CommissionsShown = 50;
    private const string WithCommission = "completed,paid,cancelled";

    [BindProperty(SupportsGet = true, Name = Addresses.PageKey)]
    public int? P { get; set; }

    public PartnerDetails Partner { get; private set; } = null!;

    public PartnerStats Stats { get; private set; } = null!;

    public PageOf<ReferralDetails> Referrals { get; private set; } = null!;

    /// <summary>The latest referrals that earned something.</summary>
    public IReadOnlyList<ReferralDetails> Commissions { get; private set; } = [];

    public bool MayChange => user.Has(LeadsPermissions.WritePartners);

    public bool MayDelete => MayChange && Referrals.Total == 0;

    public bool MayRefer => user.Has(LeadsPermissions.CreatePartners) && Partner.Status == "active";

    /// <summary>The public form whose leads are this partner's referrals.</summary>
    public string Link => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/refer/{Partner.PartnerCode}";

    public bool MaySettle => user.Has(LeadsPermissions.ManageCommissions);

    public static string ToneOf(string tier) => tier switch { "platinum" => "purple", "gold" => "amber", "silver" => "blue", _ => "gray" };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var partner = await read.HandleAsync(new GetPartner(id), ct);
        if (partner.IsFailure) return NotFound();
        Partner = partner.Value.Value;
        var stats = await readStats.HandleAsync(new GetPartnerStats(id), ct);
        var referrals = await readReferrals.HandleAsync(new SearchReferrals(id, null, null, null, new PageRequest(P, ReferralsShown)), ct);
        if (stats.IsFailure) return NotFound();
        if (referrals.IsFailure) return BadRequest();
        (Stats, Referrals) = (stats.Value, referrals.Value);
        var earned = await readReferrals.HandleAsync(new SearchReferrals(id, WithCommission, null, null, new PageRequest(PerPage: CommissionsShown)), ct);
        Commissions = [.. earned.Value.Items.Where(r => r.CommissionAmount is not null)];
        return Page();
    }

    public Task<IActionResult> OnPostApproveAsync(Guid id, Guid referral, CancellationToken ct) =>
        SettleAsync(id, "Commission approved", () => approvals.HandleAsync(new ApproveCommission(referral, IfVersion: null), ct));

    public Task<IActionResult> OnPostPayAsync(Guid id, Guid referral, string? reference, CancellationToken ct) =>
        SettleAsync(id, "Commission paid", () => payments.HandleAsync(referral, new PayCommission(reference), ifVersion: null, ct));

    public Task<IActionResult> OnPostCancelCommissionAsync(Guid id, Guid referral, string? reason, CancellationToken ct) =>
        SettleAsync(id, "Commission cancelled", () => cancellations.HandleAsync(referral, new CancelCommission(reason), ifVersion: null, ct));

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken ct)
    {
        if (!MayChange) return StatusCode(StatusCodes.Status403Forbidden);
        var deleted = await deletions.HandleAsync(new DeletePartner(id, IfVersion: null), ct);
        if (deleted.IsFailure) return Refused(id, deleted.Error);
        this.Toast("Partner deleted", detail: "It can be restored for 30 days.", undoUrl: Url.Page("Details", "Restore", new { id }));
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken ct)
    {
        if (!MayChange) return StatusCode(StatusCodes.Status403Forbidden);
        var restored = await restorations.HandleAsync(new RestorePartner(id), ct);
        if (restored.IsFailure) return NotFound();
        this.Toast("Partner restored");
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult> SettleAsync(Guid id, string said, Func<Task<Result<Versioned<ReferralDetails>>>> settle)
    {
        if (!MaySettle) return StatusCode(StatusCodes.Status403Forbidden);
        var done = await settle();
        if (done.IsFailure) return Refused(id, done.Error);
        this.Toast(said, detail: $"For {done.Value.Value.LeadName ?? "a deleted lead"}");
        return RedirectToPage(new { id });
    }

    private RedirectToPageResult Refused(Guid id, Error error)
    {
        this.Toast("That was not saved", kind: "danger", detail: error.Fields.Count == 0 ? error.Detail : LeadRefusal.Of(error));
        return RedirectToPage(new { id });
    }
}
