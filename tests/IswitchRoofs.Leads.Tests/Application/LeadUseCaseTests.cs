using System.Globalization;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Tests.Application;

public sealed class LeadUseCaseTests : LeadsOnPostgres
{
    [Fact]
    public async Task A_patch_changes_what_it_names_clears_what_is_null_and_keeps_the_rest()
    {
        var lead = await HavingAsync(Somebody() with { City = "Birmingham", PropertyValue = 650_000, Tags = ["storm"] });

        var patched = (await PatchAsync(lead.Id, new UpdateLead { City = null, RoofAge = 20 })).Value.Value;

        (patched.City, patched.RoofAge, patched.PropertyValue, patched.Email, patched.Score)
            .ShouldBe((null, 20, 650_000m, lead.Email, lead.Score));
        patched.Tags.ShouldBe(["storm"]);
        (await GetAsync(lead.Id)).Value.Value.RoofAge.ShouldBe(20);
    }

    [Fact]
    public async Task A_patch_is_checked_as_a_whole()
    {
        var lead = await HavingAsync(Somebody() with { BudgetMin = 10_000 });

        (await PatchAsync(lead.Id, new UpdateLead { BudgetMax = 9_999m })).Error!.Fields.Keys.ShouldBe(["budget_max"]);
        (await PatchAsync(lead.Id, new UpdateLead { Email = null })).Error!.Fields.Keys.ShouldBe(["phone"]);
        (await PatchAsync(lead.Id, new UpdateLead { FirstName = null })).Error!.Fields.Keys.ShouldBe(["first_name"]);
    }

    [Fact]
    public async Task Changing_an_input_rescores_and_the_history_tells_from_and_to()
    {
        var lead = await HavingAsync();

        var hot = (await PatchAsync(lead.Id, new UpdateLead { PropertyValue = 650_000m, Urgency = "immediate" })).Value.Value;

        hot.Score.ShouldBe(81);
        var entry = (await HistoryAsync(lead.Id)).Items.Single(h => h.Kind == "score");
        (entry.From, entry.To, entry.ActorId).ShouldBe((lead.Score.ToString(CultureInfo.InvariantCulture), "81", Module.User.Id));
    }

    [Fact]
    public async Task Only_one_of_two_who_read_the_same_version_wins()
    {
        var created = (await CreateAsync(Somebody())).Value;
        var id = created.Value.Id;
        (await PatchAsync(id, new UpdateLead { Notes = "first" }, created.Version)).IsSuccess.ShouldBeTrue();

        var refusals = new[]
        {
            (await PatchAsync(id, new UpdateLead { Notes = "second" }, created.Version)).Error,
            (await MoveAsync(id, "contacted", ifVersion: created.Version)).Error,
            (await AssignAsync(id, new AssignLead { Strategy = "smart" }, created.Version)).Error,
            (await DeleteAsync(id, created.Version)).Error,
        };

        refusals.ShouldAllBe(e => e!.Kind == ErrorKind.Stale);
        (await GetAsync(id)).Value.Value.Notes.ShouldBe("first");
    }

    [Fact]
    public async Task What_is_read_after_a_change_is_never_the_old_answer()
    {
        var lead = await HavingAsync();
        for (var i = 0; i < 20; i++)
        {
            await GetAsync(lead.Id);
            await SearchAsync(new SearchLeads());
            await PatchAsync(lead.Id, new UpdateLead { Notes = $"note {i}", RoofAge = i });

            (await GetAsync(lead.Id)).Value.Value.Notes.ShouldBe($"note {i}");
            (await SearchAsync(new SearchLeads())).Items.Single().UpdatedAt.ShouldBe((await GetAsync(lead.Id)).Value.Value.UpdatedAt);
        }
    }

    [Fact]
    public async Task An_assigned_lead_goes_to_somebody_else_only_by_force_and_the_note_is_kept()
    {
        var sam = await HavingUserAsync("Sam");
        var dana = await HavingUserAsync("Dana");
        var lead = await HavingAsync(Somebody() with { AssignedTo = sam });

        (await AssignAsync(lead.Id, new AssignLead { AssignedTo = dana })).Error!.Code.ShouldBe("leads.already_assigned");
        (await AssignAsync(lead.Id, new AssignLead { AssignedTo = dana, Force = true, Note = "Sam is on holiday" })).Value.Value.AssignedTo.ShouldBe(dana);

        var entry = (await HistoryAsync(lead.Id)).Items[0];
        (entry.Kind, entry.From, entry.To, entry.Reason).ShouldBe(("assignment", sam.ToString(), dana.ToString(), "Sam is on holiday"));
    }

    [Fact]
    public async Task Assigning_takes_a_person_or_a_strategy()
    {
        var lead = await HavingAsync();
        (await AssignAsync(lead.Id, new AssignLead { Strategy = "smart" })).Error!.Code.ShouldBe("leads.nobody_free");
        var sam = await HavingUserAsync("Sam");

        (await AssignAsync(lead.Id, new AssignLead())).Error!.Fields.Keys.ShouldBe(["assigned_to"]);
        (await AssignAsync(lead.Id, new AssignLead { AssignedTo = sam, Strategy = "smart" })).Error!.Fields.Keys.ShouldBe(["assigned_to"]);
        (await AssignAsync(lead.Id, new AssignLead { Strategy = "manual" })).Error!.Fields.Keys.ShouldBe(["strategy"]);
        (await AssignAsync(lead.Id, new AssignLead { Strategy = "best" })).Error!.Fields.Keys.ShouldContain("strategy");
        foreach (var strategy in (string[])["smart", "round_robin", "load_balanced"])
            (await AssignAsync(lead.Id, new AssignLead { Strategy = strategy, Force = true })).Value.Value.AssignedTo.ShouldBe(sam);
    }

    [Fact]
    public async Task Moves_follow_the_pipeline()
    {
        var lead = await HavingAsync();

        (await MoveAsync(lead.Id, "lost")).Error!.Fields.Keys.ShouldBe(["lost_reason"]);
        (await MoveAsync(lead.Id, "won")).Error!.Code.ShouldBe("leads.move_not_allowed");
        (await MoveAsync(lead.Id, "asleep")).Error!.Fields.Keys.ShouldBe(["status"]);
        (await MoveAsync(lead.Id, null)).Error!.Fields.Keys.ShouldBe(["status"]);
        (await MoveAsync(lead.Id, "lost", "no budget")).Value.Value.LostReason.ShouldBe("no budget");
        (await MoveAsync(lead.Id, "quote_sent")).Error!.Extensions["allowed"].ShouldBe(new[] { "contacted" });
        (await MoveAsync(lead.Id, "contacted")).Value.Value.ShouldSatisfyAllConditions(l => l.Status.ShouldBe("contacted"), l => l.LostReason.ShouldBeNull());
        (await MoveAsync(Guid.CreateVersion7(), "contacted")).Error!.Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task A_deleted_lead_is_gone_from_everywhere_until_restored()
    {
        var lead = await HavingAsync();
        await GetAsync(lead.Id);
        await SearchAsync(new SearchLeads());

        (await DeleteAsync(lead.Id)).IsSuccess.ShouldBeTrue();

        (await GetAsync(lead.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await SearchAsync(new SearchLeads())).Items.ShouldBeEmpty();
        (await PatchAsync(lead.Id, new UpdateLead { Notes = "x" })).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await DeleteAsync(lead.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);

        (await RestoreAsync(lead.Id)).IsSuccess.ShouldBeTrue();
        (await GetAsync(lead.Id)).IsSuccess.ShouldBeTrue();
        (await RestoreAsync(lead.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await Module.OutboxAsync()).Select(m => m.Type).TakeLast(2).ShouldBe(["leads.lead-deleted.v1", "leads.lead-restored.v1"]);
    }

    [Fact]
    public async Task Sales_delete_and_restore_only_their_own()
    {
        var sam = await HavingUserAsync("Sam");
        var dana = await HavingUserAsync("Dana");
        var own = await HavingAsync(Somebody() with { AssignedTo = sam });
        var other = await HavingAsync(Somebody() with { AssignedTo = dana });

        Module.User.Become(sam, "sales", LeadsPermissions.Read, LeadsPermissions.Write, LeadsPermissions.Delete);
        (await DeleteAsync(other.Id)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await DeleteAsync(own.Id)).IsSuccess.ShouldBeTrue();
        Module.User.Become(dana, "sales", LeadsPermissions.Read, LeadsPermissions.Write, LeadsPermissions.Delete);
        (await RestoreAsync(own.Id)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task The_history_is_newest_first_and_complete()
    {
        var sam = await HavingUserAsync("Sam");
        var lead = await HavingAsync(Somebody() with { AssignedTo = sam, Source = "door_to_door" });
        foreach (var status in (string[])["contacted", "qualified"])
        {
            Module.Clock.Advance(TimeSpan.FromMinutes(1));
            await MoveAsync(lead.Id, status);
        }

        var history = await HistoryAsync(lead.Id);

        history.Total.ShouldBe(4);
        history.Items.Select(h => h.At).ShouldBeInOrder(SortDirection.Descending);
        history.Items.Select(h => h.Kind).Order(StringComparer.Ordinal).ShouldBe(["assignment", "score", "status", "status"]);
        history.Items.ShouldAllBe(h => h.ActorId == Module.User.Id);
    }
}
