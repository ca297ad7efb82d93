using System.Globalization;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Board;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

[Authorize(LeadsPermissions.Read)]
public sealed class BoardModel(
    GetLeadBoardHandler boards, SearchLeadsHandler list, GetLeadHandler read, ChangeLeadStatusHandler moves, TakeBackMoveHandler undos,
    Colleagues colleagues, ICurrentUser user, ICompanyClock clock) : LeadFilterPage(colleagues, user)
{
    public LeadBoard Board { get; private set; } = null!;

    public bool MayChange => Viewer.Has(LeadsPermissions.Write);

    public BoardCards CardsOf(LeadBoardColumn column) => new(column.Status, column.Items, column.NextCursor, MayChange, People, clock.Today, clock);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await boards.HandleAsync(new GetLeadBoard(Filter<SearchLeads>()), ct);
        if (found.IsFailure) return BadRequest();
        Board = found.Value;
        await People.LoadAsync(ct);
        return Page();
    }

    /// <summary>The columns alone, with as many cards as the browser shows.</summary>
    /// <param name="shown"><c>new.40,contacted.60</c>: columns that hold more than their first page.</param>
    public async Task<IActionResult> OnGetColumnsAsync(string? shown, CancellationToken ct)
    {
        var found = await boards.HandleAsync(new GetLeadBoard(Filter<SearchLeads>()), ct);
        if (found.IsFailure) return BadRequest();
        var columns = found.Value.Columns.ToArray();
        foreach (var wanted in (shown ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(columns.Length))
        {
            if (wanted.Split('.') is not [var status, var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var cards)) continue;
            var at = Array.FindIndex(columns, c => c.Status == status);
            if (at < 0 || cards <= columns[at].Items.Count || columns[at].NextCursor is null) continue;
            var longer = await list.HandleAsync(Filter<SearchLeads>() with { Status = status, Page = new PageRequest(PerPage: Math.Min(cards, PageRequest.LargestPerPage), Sort: "-score") }, ct);
            if (longer.IsSuccess) columns[at] = columns[at] with { Items = longer.Value.Items, NextCursor = longer.Value.NextCursor };
        }

        Board = new LeadBoard(columns);
        await People.LoadAsync(ct);
        return Partial("_BoardColumns", this);
    }

    /// <summary>The next cards of one column.</summary>
    public async Task<IActionResult> OnGetCardsAsync(string? status, string? cursor, CancellationToken ct)
    {
        var found = await list.HandleAsync(
            Filter<SearchLeads>() with { Status = status, Page = new PageRequest(PerPage: GetLeadBoardHandler.DefaultPerPage, Cursor: cursor, Sort: "-score") }, ct);
        if (found.IsFailure || string.IsNullOrEmpty(status)) return BadRequest();
        await People.LoadAsync(ct);
        return Partial("_BoardCards", new BoardCards(status, found.Value.Items, found.Value.NextCursor, MayChange, People, clock.Today, clock));
    }

    /// <param name="from">Where the card stood when it was taken: a lead that somebody moved in the meantime stays where they put it.</param>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, string? from, string? to, string? lostReason, CancellationToken ct)
    {
        if (!Viewer.Has(LeadsPermissions.Write)) return StatusCode(StatusCodes.Status403Forbidden);
        var before = await read.HandleAsync(new GetLead(id), ct);
        if (before.IsFailure) return Refused(before.Error);
        if (before.Value.Value.Status != from)
            return Said(StatusCodes.Status409Conflict, "Somebody moved it first", $"The lead is in {Words.Of(before.Value.Value.Status)} now.");
        var moved = await moves.HandleAsync(id, new ChangeLeadStatus(to, lostReason), before.Value.Version, ct);
        if (moved.IsFailure) return Refused(moved.Error);
        return Said(StatusCodes.Status200OK, $"{NameOf(moved.Value.Value)} moved to {Words.Of(to)}", undoUrl: Url.Page("Board", "TakeBack", new { id }));
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken ct)
    {
        if (!Viewer.Has(LeadsPermissions.Write)) return StatusCode(StatusCodes.Status403Forbidden);
        var back = await undos.HandleAsync(new TakeBackMove(id), ct);
        return back.IsFailure
            ? Refused(back.Error)
            : Said(StatusCodes.Status200OK, $"{NameOf(back.Value.Value)} is back in {Words.Of(back.Value.Value.Status)}");
    }

    private static string NameOf(LeadDetails lead) => $"{lead.FirstName} {lead.LastName}";

    private static JsonResult Refused(Error error) =>
        Said(error.Kind == ErrorKind.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict, "The lead was not moved", error.Fields.Count == 0 ? error.Detail : LeadRefusal.Of(error));

    /// <summary>What the board's script shows as a toast.</summary>
    private static JsonResult Said(int status, string text, string? detail = null, string? undoUrl = null) =>
        new(new Toast(text, Detail: detail, UndoUrl: undoUrl), DataBlocks.Json) { StatusCode = status };
}

/// <summary>Some cards of a column.</summary>
public sealed record BoardCards(
    string Status, IReadOnlyList<LeadRow> Items, string? NextCursor, bool MayChange, Colleagues People, DateOnly Today, ICompanyClock Clock)
{
    /// <summary>Only what is worked on is waited for.</summary>
    public bool IsOpen { get; } = Status is not ("won" or "lost" or "nurture");

    public int DaysSinceTouch(LeadRow lead) => Math.Max(0, Today.DayNumber - Clock.DayOf(lead.LastTouchAt).DayNumber);

    /// <summary>Tone and words of what comes next.</summary>
    public (string Tone, string Text) NextOf(LeadRow lead) => lead.NextFollowUpOn switch
    {
        null => ("gray", Words.Of(lead.NextAction)),
        var day when day < Today => ("red", "Follow-up overdue"),
        var day when day == Today => ("amber", "Follow up today"),
        { } day => ("teal", $"Follow up {Formats.Day(day, Today)}"),
    };
}
