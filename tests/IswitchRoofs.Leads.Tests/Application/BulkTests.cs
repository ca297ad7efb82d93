using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Bulk;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Tests.Application;

public sealed class BulkTests : LeadsOnPostgres
{
    [Fact]
    public async Task A_move_says_what_was_done_and_why_the_rest_was_not_and_can_be_taken_back_once()
    {
        var a = await HavingAsync();
        var b = await HavingAsync();
        await MoveAsync(b.Id, "negotiation");
        var lost = await HavingAsync();
        await MoveAsync(lost.Id, "lost", "Price");
        var already = await HavingAsync();
        await MoveAsync(already.Id, "quote_sent");
        var nobody = Guid.CreateVersion7();

        var moved = await DoAsync(new() { Ids = [a.Id, b.Id, lost.Id, already.Id, nobody, a.Id], Action = "move", Status = "quote_sent" });

        moved.Done.ShouldBe([a.Id, b.Id], ignoreOrder: true);
        moved.Skipped.Select(s => (s.Id, s.Code)).ShouldBe([(lost.Id, "leads.move_not_allowed"), (already.Id, "leads.unchanged"), (nobody, "leads.not_found")], ignoreOrder: true);
        (await StatusOf(a.Id)).ShouldBe("quote_sent");
        (await HistoryAsync(b.Id)).Items[0].ShouldSatisfyAllConditions(h => h.From.ShouldBe("negotiation"), h => h.ActorId.ShouldBe(Module.User.Id));

        await MoveAsync(b.Id, "qualified");
        var back = (await UndoAsync(moved.UndoId!.Value)).Value;
        back.Done.ShouldBe([a.Id]);
        back.Skipped.Single().ShouldSatisfyAllConditions(s => s.Id.ShouldBe(b.Id), s => s.Code.ShouldBe("leads.moved_since"));
        (await StatusOf(a.Id)).ShouldBe("new");
        (await UndoAsync(moved.UndoId!.Value)).Error!.Code.ShouldBe("leads.bulk_undone");
    }

    [Fact]
    public async Task A_filter_chooses_the_leads_a_dry_run_changes_nothing_and_lost_leads_come_back_by_undo()
    {
        for (var i = 0; i < 5; i++) await HavingAsync(Somebody() with { Source = "door_to_door" });
        var other = await HavingAsync();
        var wish = new ChangeLeads { Filter = new LeadSelection { Source = "door_to_door" }, Action = "move", Status = "lost", LostReason = "Bought list" };

        var dry = await DoAsync(wish with { DryRun = true });
        (dry.Done.Count, dry.Skipped.Count, dry.UndoId).ShouldBe((5, 0, null));
        (await SearchAsync(new() { Status = "lost" })).Total.ShouldBe(0);

        var done = await DoAsync(wish);
        (done.Done.Count, (await SearchAsync(new() { Status = "lost" })).Total, await StatusOf(other.Id)).ShouldBe((5, 5, "new"));
        await UndoAsync(done.UndoId!.Value);
        (await SearchAsync(new() { Status = "new" })).Total.ShouldBe(6);
    }

    [Fact]
    public async Task Assigning_leaves_who_has_somebody_unless_forced_and_undo_gives_each_lead_back()
    {
        var sam = await HavingUserAsync("Sam", "manager");
        var dana = await HavingUserAsync("Dana", "manager");
        var free = await HavingAsync();
        var taken = await HavingAsync(Somebody() with { AssignedTo = sam });
        Guid[] both = [free.Id, taken.Id];

        (await DoAsync(new() { Ids = both, Action = "assign", AssignedTo = dana })).Skipped.Single().Code.ShouldBe("leads.already_assigned");
        var forced = await DoAsync(new() { Ids = both, Action = "assign", AssignedTo = dana, Force = true });
        forced.Done.ShouldBe([taken.Id]);
        forced.Skipped.Single().Code.ShouldBe("leads.unchanged");
        (await UndoAsync(forced.UndoId!.Value)).Value.Done.ShouldBe([taken.Id]);
        (await GetAsync(taken.Id)).Value.Value.AssignedTo.ShouldBe(sam);

        var one = await DoAsync(new() { Ids = [(await HavingAsync()).Id], Action = "assign", AssignedTo = sam });
        await UndoAsync(one.UndoId!.Value);
        (await GetAsync(one.Done[0])).Value.Value.AssignedTo.ShouldBeNull();
    }

    [Fact]
    public async Task Sales_hand_over_and_delete_in_bulk_only_their_own()
    {
        var sam = await HavingUserAsync("Sam");
        var dana = await HavingUserAsync("Dana");
        var own = await HavingAsync(Somebody() with { AssignedTo = sam });
        var others = await HavingAsync(Somebody() with { AssignedTo = dana });
        Guid[] both = [own.Id, others.Id];
        Module.User.Become(sam, "sales", LeadsPermissions.Read, LeadsPermissions.Write, LeadsPermissions.Delete);

        (await DoAsync(new() { Ids = both, Action = "assign", AssignedTo = dana, Force = true, DryRun = true })).ShouldSatisfyAllConditions(
            r => r.Done.ShouldBe([own.Id]), r => r.Skipped.Single().Code.ShouldBe("leads.unchanged"));
        (await DoAsync(new() { Ids = both, Action = "assign", AssignedTo = sam, Force = true })).Skipped.Select(s => s.Code).ShouldBe(["leads.unchanged", "leads.not_yours"], ignoreOrder: true);
        var deleted = await DoAsync(new() { Ids = both, Action = "delete" });
        deleted.Done.ShouldBe([own.Id]);
        deleted.Skipped.Single().Code.ShouldBe("leads.not_yours");
        (await GetAsync(own.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);

        Module.User.Become(dana, "sales", LeadsPermissions.Read, LeadsPermissions.Write, LeadsPermissions.Delete);
        (await UndoAsync(deleted.UndoId!.Value)).Error!.Code.ShouldBe("leads.bulk_not_found");
        Module.User.Become(sam, "sales", LeadsPermissions.Read, LeadsPermissions.Write);
        (await TryAsync(new() { Ids = both, Action = "delete" })).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await UndoAsync(deleted.UndoId!.Value)).Value.Done.ShouldBe([own.Id]);
        (await GetAsync(own.Id)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Tags_go_on_and_off_whatever_their_spelling_and_come_back_by_undo()
    {
        var lead = await HavingAsync(Somebody() with { Tags = ["Storm", "vip"] });
        var full = await HavingAsync(Somebody() with { Tags = [.. Enumerable.Range(0, 20).Select(i => $"t{i}")] });

        var tagged = await DoAsync(new() { Ids = [lead.Id, full.Id], Action = "tag", AddTags = ["spring", "VIP"], RemoveTags = ["storm"] });

        tagged.Done.ShouldBe([lead.Id]);
        tagged.Skipped.Single().Code.ShouldBe("leads.too_many_tags");
        (await GetAsync(lead.Id)).Value.Value.Tags.ShouldBe(["vip", "spring"]);
        await UndoAsync(tagged.UndoId!.Value);
        (await GetAsync(lead.Id)).Value.Value.Tags.ShouldBe(["vip", "Storm"]);
    }

    [Fact]
    public async Task Every_wrong_field_is_named_and_too_many_are_refused_whole()
    {
        (await TryAsync(new())).Error!.Fields.Keys.ShouldBe(["action", "ids"], ignoreOrder: true);
        (await TryAsync(new() { Ids = [], Filter = new(), Action = "paint" })).Error!.Fields.Keys.ShouldBe(["action", "ids"], ignoreOrder: true);
        (await TryAsync(new() { Ids = [Guid.NewGuid()], Action = "move" })).Error!.Fields.Keys.ShouldBe(["status"]);
        (await TryAsync(new() { Ids = [Guid.NewGuid()], Action = "move", Status = "lost" })).Error!.Fields.Keys.ShouldBe(["lost_reason"]);
        (await TryAsync(new() { Ids = [Guid.NewGuid()], Action = "tag" })).Error!.Fields.Keys.ShouldBe(["add_tags"]);
        (await TryAsync(new() { Ids = [Guid.NewGuid()], Action = "assign" })).Error!.Fields.Keys.ShouldBe(["assigned_to"]);
        (await TryAsync(new() { Ids = [Guid.NewGuid()], Action = "assign", AssignedTo = Guid.NewGuid() })).Error!.Code.ShouldBe("leads.assignee_unknown");
        (await TryAsync(new() { Filter = new() { Temperature = "boiling" }, Action = "delete" })).Error!.Fields.Keys.ShouldBe(["temperature"]);
        (await TryAsync(new() { Ids = [.. Enumerable.Range(0, 2_001).Select(_ => Guid.NewGuid())], Action = "delete" })).Error!.Fields.Keys.ShouldBe(["ids"]);
    }

    private async Task<string> StatusOf(Guid id) => (await GetAsync(id)).Value.Value.Status;

    private async Task<LeadsChanged> DoAsync(ChangeLeads request) => (await TryAsync(request)).Value;

    private Task<Result<LeadsChanged>> TryAsync(ChangeLeads request) => Module.DoAsync<ChangeLeadsHandler, Result<LeadsChanged>>(h => h.HandleAsync(request, default));

    private Task<Result<LeadsChanged>> UndoAsync(Guid id) => Module.DoAsync<UndoBulkChangeHandler, Result<LeadsChanged>>(h => h.HandleAsync(new UndoBulkChange(id), default));
}
