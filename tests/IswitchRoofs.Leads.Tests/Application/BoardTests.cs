using IswitchRoofs.Leads.Application.Board;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Tests.Application;

public sealed class BoardTests : LeadsOnPostgres
{
    [Fact]
    public async Task Columns_tell_count_and_value_of_all_and_hold_the_best_of_their_leads()
    {
        for (var i = 0; i < 5; i++) await HavingAsync(Somebody() with { EstimatedValue = 1_000.50m, Source = i == 3 ? "website_form" : "door_to_door" });
        var lost = await HavingAsync(Somebody("Lost") with { EstimatedValue = 7_000 });
        await MoveAsync(lost.Id, "lost", "Price");

        var board = (await BoardAsync(new SearchLeads(), perPage: 2)).Value;

        board.Columns.Select(c => c.Status).ShouldBe(LeadChoices.Statuses);
        var fresh = Column(board, "new");
        (fresh.Count, fresh.Value, fresh.Items.Count).ShouldBe((5, 5_002.50m, 2));
        fresh.Items[0].Source.ShouldBe("website_form");
        (Column(board, "lost").Count, Column(board, "lost").Value, Column(board, "lost").NextCursor).ShouldBe((1, 7_000m, null));
        (Column(board, "won").Count, Column(board, "won").Items.Count).ShouldBe((0, 0));

        var rest = await SearchAsync(new SearchLeads { Status = "new", Page = new PageRequest(PerPage: 10, Cursor: fresh.NextCursor, Sort: "-score") });
        fresh.Items.Concat(rest.Items).Select(r => r.Id).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task The_boards_filters_are_the_lists_and_hold_for_the_totals_too()
    {
        var sam = await HavingUserAsync("Sam");
        var dana = await HavingUserAsync("Dana");
        await HavingAsync(Somebody("Ours") with { AssignedTo = sam, EstimatedValue = 10_000, Tags = ["storm"] });
        await HavingAsync(Somebody("Theirs") with { AssignedTo = dana, EstimatedValue = 20_000, Source = "door_to_door" });
        Module.User.Become(sam, "sales");

        foreach (var filter in (SearchLeads[])[new() { AssignedTo = "me" }, new() { Q = "ours" }, new() { Tag = "storm" }, new() { Source = "website_form" }, new() { Status = "lost", AssignedTo = sam.ToString() }])
        {
            var column = Column((await BoardAsync(filter)).Value, "new");
            (column.Count, column.Value, column.Items.Single().LastName).ShouldBe((1, 10_000m, "Ours"));
        }

        Column((await BoardAsync(new())).Value, "new").Count.ShouldBe(2);
        (await BoardAsync(new() { Temperature = "boiling", AssignedTo = "sam" }, perPage: 0)).Error!.Fields.Keys.Order(StringComparer.Ordinal).ShouldBe(["assigned_to", "per_page", "temperature"]);
    }

    [Fact]
    public async Task Board_figures_and_hot_list_are_fresh_after_every_change()
    {
        var lead = await HavingAsync(Somebody() with { EstimatedValue = 100 });
        for (var i = 1; i <= 5; i++)
        {
            await BoardAsync(new());
            await StatsAsync();
            await PatchAsync(lead.Id, new UpdateLead { EstimatedValue = 100m * i });

            Column((await BoardAsync(new())).Value, "new").Value.ShouldBe(100m * i);
            (await StatsAsync()).OpenValue.ShouldBe(100m * i);
        }

        (await HotAsync()).Items.ShouldBeEmpty();
        await PatchAsync(lead.Id, new UpdateLead { PropertyValue = 650_000m, Urgency = "immediate" });
        (await HotAsync()).Items.Single().Id.ShouldBe(lead.Id);
        await MoveAsync(lead.Id, "lost", "Price");
        (await HotAsync()).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Figures_name_every_status_temperature_and_source_and_add_up()
    {
        var sam = await HavingUserAsync("Sam");
        await HavingAsync(Somebody() with { AssignedTo = sam, EstimatedValue = 5_000, PropertyValue = 650_000, Urgency = "immediate" });
        var lost = await HavingAsync(Somebody() with { AssignedTo = sam, EstimatedValue = 3_000, Source = "referral" });
        await MoveAsync(lost.Id, "lost", "Price");
        var scores = (await SearchAsync(new())).Items.Select(r => (decimal)r.Score).ToArray();

        var stats = await StatsAsync();

        (stats.Total, stats.Open, stats.OpenValue, stats.Unassigned, stats.Converted).ShouldBe((2, 1, 5_000m, 0, 0));
        stats.MeanScore.ShouldBe(decimal.Round(scores.Average(), 1, MidpointRounding.AwayFromZero));
        stats.ByStatus.Select(s => s.Status).ShouldBe(LeadChoices.Statuses);
        stats.ByStatus.Single(s => s.Status == "lost").ShouldBe(new LeadStatusFigure("lost", 1, 3_000));
        stats.ByTemperature.Single(t => t.Temperature == "hot").Count.ShouldBe(1);
        stats.BySource.Sum(s => s.Count).ShouldBe(2);
        (await StatsAsync(Guid.CreateVersion7().ToString())).ShouldSatisfyAllConditions(s => s.Total.ShouldBe(0), s => s.MeanScore.ShouldBeNull());
        (await TryStatsAsync("none")).Error!.Fields.Keys.ShouldBe(["assigned_to"]);
        (await TryStatsAsync("sam")).Error!.Fields.Keys.ShouldBe(["assigned_to"]);
    }

    [Fact]
    public async Task A_move_by_mistake_is_taken_back_even_from_lost_and_by_whom_made_it_only()
    {
        var lead = await HavingAsync();
        await MoveAsync(lead.Id, "quote_sent");
        Module.Clock.Advance(TimeSpan.FromSeconds(1));
        await MoveAsync(lead.Id, "lost", "Price");
        var me = Module.User.Id!.Value;

        Module.User.Become(Guid.CreateVersion7(), "manager");
        (await TakeBackAsync(lead.Id)).Error!.Code.ShouldBe("leads.nothing_to_take_back");
        Module.User.Become(me, "manager");
        var back = (await TakeBackAsync(lead.Id)).Value.Value;

        (back.Status, back.LostReason).ShouldBe(("quote_sent", null));
        (await HistoryAsync(lead.Id)).Items.Where(h => h.Kind == "status").Select(h => h.To).ShouldBe(["quote_sent", "lost", "quote_sent"]);
        Module.Clock.Advance(TimeSpan.FromMinutes(11));
        (await TakeBackAsync(lead.Id)).Error!.Code.ShouldBe("leads.nothing_to_take_back");
        (await TakeBackAsync(Guid.CreateVersion7())).Error!.Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task Reopening_a_lost_lead_by_mistake_gives_it_its_reason_back()
    {
        var lead = await HavingAsync();
        await MoveAsync(lead.Id, "lost", "Chose another roofer");
        Module.Clock.Advance(TimeSpan.FromSeconds(1));
        await MoveAsync(lead.Id, "contacted");

        var back = (await TakeBackAsync(lead.Id)).Value.Value;

        (back.Status, back.LostReason).ShouldBe(("lost", "Chose another roofer"));
    }

    private static LeadBoardColumn Column(LeadBoard board, string status) => board.Columns.Single(c => c.Status == status);

    private Task<Result<LeadBoard>> BoardAsync(SearchLeads filter, int? perPage = null) =>
        Module.DoAsync<GetLeadBoardHandler, Result<LeadBoard>>(h => h.HandleAsync(new GetLeadBoard(filter, perPage), default));

    private async Task<LeadStats> StatsAsync(string? assignedTo = null) => (await TryStatsAsync(assignedTo)).Value;

    private Task<Result<LeadStats>> TryStatsAsync(string? assignedTo) =>
        Module.DoAsync<GetLeadStatsHandler, Result<LeadStats>>(h => h.HandleAsync(new GetLeadStats(assignedTo), default));

    private async Task<PageOf<LeadRow>> HotAsync() =>
        (await Module.DoAsync<GetHotLeadsHandler, Result<PageOf<LeadRow>>>(h => h.HandleAsync(new GetHotLeads(null, new PageRequest()), default))).Value;

    private Task<Result<Versioned<LeadDetails>>> TakeBackAsync(Guid id) =>
        Module.DoAsync<TakeBackMoveHandler, Result<Versioned<LeadDetails>>>(h => h.HandleAsync(new TakeBackMove(id), default));
}
