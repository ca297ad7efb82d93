using System.Buffers.Text;
using System.Text;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application.Paging;

namespace IswitchRoofs.Leads.Tests.Application;

public sealed class LeadListTests : LeadsOnPostgres
{
    [Fact]
    public async Task Filters_narrow_the_list_and_may_be_combined()
    {
        var sam = await HavingUserAsync("Sam");
        var hot = await HavingAsync(Somebody("Hot") with { PropertyValue = 650_000, Urgency = "immediate", Priority = "urgent", ProjectType = "repair", Tags = ["storm", "vip"], AssignedTo = sam });
        var manager = await HavingUserAsync("Maria", role: "manager");
        var cold = await HavingAsync(Somebody("Cold") with { Source = "door_to_door", ZipCode = "10001", AssignedTo = manager });
        await MoveAsync(cold.Id, "contacted");

        (await Names(new() { Status = "new" })).ShouldBe(["Hot"]);
        (await Names(new() { Status = "new,contacted" })).ShouldBe(["Hot", "Cold"]);
        (await Names(new() { Temperature = "hot" })).ShouldBe(["Hot"]);
        (await Names(new() { Temperature = "hot,cold" })).ShouldBe(["Hot", "Cold"]);
        (await Names(new() { Source = "door_to_door" })).ShouldBe(["Cold"]);
        (await Names(new() { Priority = "urgent" })).ShouldBe(["Hot"]);
        (await Names(new() { ProjectType = "repair" })).ShouldBe(["Hot"]);
        (await Names(new() { ZipCode = "100" })).ShouldBe(["Cold"]);
        (await Names(new() { ScoreMin = hot.Score })).ShouldBe(["Hot"]);
        (await Names(new() { ScoreMax = hot.Score - 1 })).ShouldBe(["Cold"]);
        (await Names(new() { Tag = "vip" })).ShouldBe(["Hot"]);
        (await Names(new() { AssignedTo = sam.ToString() })).ShouldBe(["Hot"]);
        (await Names(new() { AssignedTo = "none" })).ShouldBeEmpty();
        (await Names(new() { Converted = true })).ShouldBeEmpty();
        (await Names(new() { Converted = false, Status = "contacted", ScoreMax = 30 })).ShouldBe(["Cold"]);
        Module.User.Become(manager, "manager");
        (await Names(new() { AssignedTo = "me" })).ShouldBe(["Cold"]);
        Module.User.Become(sam, "sales");
        (await Names(new() { AssignedTo = "me" })).ShouldBe(["Hot"]);
    }

    [Theory]
    [InlineData("whitf")]
    [InlineData("AMANDA WHIT")]
    [InlineData("amanda.w@")]
    [InlineData("5550142")]
    [InlineData("(248) 555-01")]
    [InlineData("12 oak")]
    public async Task Free_text_finds_parts_of_names_email_address_and_phone(string q)
    {
        await HavingAsync(Somebody("Other"));
        await HavingAsync(new CreateLead { FirstName = "Amanda", LastName = "Whitfield", Email = "amanda.w@example.com", Phone = "248-555-0142", Address = "12 Oak St", Source = "referral" });

        (await Names(new() { Q = q })).ShouldBe(["Whitfield"]);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_ee")]
    [InlineData("\\")]
    [InlineData("'; DROP TABLE leads.leads; --")]
    public async Task Wildcards_and_quotes_are_plain_text(string q)
    {
        await HavingAsync();

        (await Names(new() { Q = q })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_is_the_companys_day()
    {
        // 03:30 UTC on 16 June is still 15 June in Detroit.
        Module.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 16, 3, 30, 0, TimeSpan.Zero));
        await HavingAsync(Somebody("Late"));

        (await Names(new() { CreatedFrom = "2026-06-15", CreatedTo = "2026-06-15" })).ShouldBe(["Late"]);
        (await Names(new() { CreatedFrom = "2026-06-16" })).ShouldBeEmpty();
        (await Names(new() { CreatedFrom = "2026-06-16T03:30:00Z" })).ShouldBe(["Late"]);
        (await Names(new() { CreatedTo = "2026-06-16T03:30:00Z" })).ShouldBe(["Late"]);
        (await Names(new() { CreatedTo = "2026-06-16T03:29:59.999999Z" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_wrong_parameter_is_named()
    {
        var refused = await TrySearchAsync(new SearchLeads
        {
            Status = "asleep", Temperature = "boiling", Source = "tv", Priority = "now", ProjectType = "castle", AssignedTo = "sam", ScoreMin = -1, ScoreMax = 101,
            CreatedFrom = "yesterday", CreatedTo = "2026-13-01", Q = new string('x', 101), Page = new PageRequest(0, 101, null, "shoe_size"),
        });

        refused.Error!.Fields.Keys.Order(StringComparer.Ordinal).ShouldBe([
            "assigned_to", "created_from", "created_to", "page", "per_page", "priority", "project_type", "q", "score_max", "score_min", "sort", "source",
            "status", "temperature"]);
    }

    [Theory]
    [InlineData("-score")]
    [InlineData("score,-created_at")]
    [InlineData("created_at")]
    [InlineData("-updated_at")]
    [InlineData("last_name,first_name")]
    [InlineData("-last_name")]
    [InlineData("estimated_value,-last_name")]
    [InlineData("-estimated_value")]
    public async Task Walking_by_cursor_gives_the_same_order_as_pages_without_gap_or_repeat(string sort)
    {
        string[] sources = ["website_form", "door_to_door", "referral"];
        string[] names = ["Ångström", "lee", "Lee", "Zoë", "O'Brien", "de la Cruz"];
        for (var i = 0; i < 23; i++)
        {
            Module.Clock.Advance(TimeSpan.FromMicroseconds(i % 3));
            await HavingAsync(Somebody(names[i % names.Length]) with { Source = sources[i % 3], EstimatedValue = i % 4 == 0 ? null : i % 4 });
        }

        var byPage = new List<Guid>();
        for (var page = 1; page <= 5; page++) byPage.AddRange((await SearchAsync(new() { Page = new(page, 5, null, sort) })).Items.Select(r => r.Id));
        var byCursor = (await WalkAsync(sort, 5, () => Task.CompletedTask)).Select(r => r.Id).ToList();

        byPage.Distinct().Count().ShouldBe(23);
        byCursor.ShouldBe(byPage);
    }

    [Theory]
    [InlineData("-score")]
    [InlineData("created_at")]
    [InlineData("last_name")]
    public async Task A_walk_sees_every_row_that_was_there_once_while_rows_are_added(string sort)
    {
        var there = new HashSet<Guid>();
        for (var i = 0; i < 20; i++)
        {
            Module.Clock.Advance(TimeSpan.FromSeconds(1));
            there.Add((await HavingAsync(Somebody() with { Source = i % 2 == 0 ? "website_form" : "door_to_door" })).Id);
        }

        var seen = await WalkAsync(sort, 3, async () =>
        {
            Module.Clock.Advance(TimeSpan.FromSeconds(1));
            await HavingAsync(Somebody("Aaron") with { PropertyValue = 650_000 });
            await HavingAsync(Somebody("Zora") with { Source = "door_to_door" });
        });

        seen.Select(r => r.Id).ShouldBeUnique();
        there.IsSubsetOf(seen.Select(r => r.Id)).ShouldBeTrue();
    }

    [Fact]
    public async Task Pages_tell_their_total_and_cursors_do_not()
    {
        for (var i = 0; i < 5; i++) await HavingAsync();

        var first = await SearchAsync(new() { Page = new(1, 2) });
        (first.Page, first.PerPage, first.Total, first.Pages).ShouldBe((1, 2, 5, 3));
        var next = await SearchAsync(new() { Page = new(null, 2, first.NextCursor) });
        (next.Page, next.Total, next.Pages).ShouldBe((null, null, null));
        next.Items.Count.ShouldBe(2);
        (await SearchAsync(new() { Page = new(3, 2) })).NextCursor.ShouldBeNull();
        (await SearchAsync(new() { Page = new(4, 2) })).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cursor_of_another_order_or_of_nobody_is_refused()
    {
        await HavingAsync();
        await HavingAsync();
        var cursor = (await SearchAsync(new() { Page = new(1, 1, null, "-score") })).NextCursor!;

        foreach (var (text, sort) in ((string, string)[])[(cursor, "score"), ("garbage", "-score"), ("", "-score"), (cursor[..^3], "-score"),
            (Forged("-score", "\"many\""), "-score"), (Forged("last_name", "\"a\\u0000b\""), "last_name"), (Forged("created_at", "\"2026-06-15T15:00:00+05:00\""), "created_at"),
            (Forged("-score", "1e300"), "-score")])
        {
            var refused = await TrySearchAsync(new() { Page = new(null, 1, text, sort) });
            refused.Error.ShouldNotBeNull($"{sort}: {text}").Fields.Keys.ShouldBe(["cursor"]);
        }
    }

    [Fact]
    public async Task Filters_that_look_alike_when_joined_do_not_share_an_answer()
    {
        await HavingAsync(Somebody() with { Tags = ["||x"] });

        (await SearchAsync(new() { ZipCode = "4|5|", Tag = "x" })).Items.ShouldBeEmpty();
        (await SearchAsync(new() { ZipCode = "4", ScoreMin = 5, Tag = "||x" })).Items.Count.ShouldBe(1);
    }

    private static string Forged(string sort, string value) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        $$"""{"Sort":"{{sort}}","Values":[{{value}},"{{Guid.CreateVersion7()}}"]}"""));

    private async Task<IEnumerable<string>> Names(SearchLeads request) => (await SearchAsync(request)).Items.Select(r => r.LastName);

    private async Task<List<LeadRow>> WalkAsync(string sort, int perPage, Func<Task> meanwhile)
    {
        var rows = new List<LeadRow>();
        var page = await SearchAsync(new() { Page = new(1, perPage, null, sort) });
        rows.AddRange(page.Items);
        while (page.NextCursor is { } cursor && rows.Count < 500)
        {
            await meanwhile();
            page = await SearchAsync(new() { Page = new(null, perPage, cursor, sort) });
            rows.AddRange(page.Items);
        }

        return rows;
    }
}
