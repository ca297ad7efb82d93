using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Projects.Application;
using IswitchRoofs.Projects.Application.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Projects.Pages;

[Authorize(ProjectsPermissions.Read + "|" + ProjectsPermissions.ReadAssigned)]
public sealed class DetailsModel(
    GetProjectHandler get, GetProfitabilityHandler judge, GetProjectHistoryHandler look, MoveProjectHandler move, DeleteProjectHandler delete,
    RestoreProjectHandler restore, Colleagues colleagues, ICurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ProjectDetails Project { get; private set; } = null!;

    public Profitability Profit { get; private set; } = null!;

    public IReadOnlyList<ProjectStep> History { get; private set; } = [];

    public bool MayMove => user.Has(ProjectsPermissions.Write) || user.Has(ProjectsPermissions.WorkAssigned);

    public bool MayDelete => user.Has(ProjectsPermissions.Delete);

    /// <summary>The way ahead, of all that is allowed.</summary>
    public string? NextMove => Project.AllowedMoves.FirstOrDefault(m => m is not ("on_hold" or "cancelled"));

    public IReadOnlyList<StageStep> Stages =>
        [.. ProjectChoices.Path.Select(status => new StageStep(status, History.FirstOrDefault(s => s.ToStatus == status)?.ChangedAt))];

    public string? NameOf(Guid? id) => colleagues.NameOf(id);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var project = await get.HandleAsync(new GetProject(Id), ct);
        if (project.IsFailure) return NotFound();
        var profit = await judge.HandleAsync(new GetProfitability(Id), ct);
        var history = await look.HandleAsync(new GetProjectHistory(Id), ct);
        if (profit.IsFailure || history.IsFailure) return NotFound();
        (Project, Profit, History) = (project.Value, profit.Value, history.Value.Items);
        await colleagues.LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(string? status, string? reason, CancellationToken ct)
    {
        var moved = await move.HandleAsync(new MoveProject(Id, status, reason), ct);
        if (moved is { IsFailure: true, Error.Kind: ErrorKind.NotFound }) return NotFound();
        if (moved.IsSuccess) this.Toast($"Moved to {Words.Of(moved.Value.Status).ToLowerInvariant()}");
        else this.Toast(moved.Error.Detail, "danger");
        return RedirectToPage(new { id = Id });
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken ct)
    {
        var deleted = await delete.HandleAsync(new DeleteProject(Id), ct);
        if (deleted.IsFailure)
        {
            this.Toast(deleted.Error.Detail, "danger");
            return RedirectToPage(new { id = Id });
        }

        this.Toast("Project deleted", undoUrl: Url.Page("Details", "Restore", new { id = Id }));
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken ct)
    {
        var restored = await restore.HandleAsync(new RestoreProject(Id), ct);
        if (restored.IsFailure) this.Toast(restored.Error.Detail, "danger");
        else this.Toast("Project restored");
        return RedirectToPage(restored.IsSuccess ? "Details" : "Index", new { id = Id });
    }
}
