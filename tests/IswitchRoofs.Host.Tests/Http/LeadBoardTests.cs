using System.Net.Http.Json;

namespace IswitchRoofs.Host.Tests.Http;

[Collection(HostFixture.Shared)]
public sealed class LeadBoardTests(HostFixture host)
{
    [Fact]
    public async Task Board_hot_list_and_figures_answer_as_documented_and_their_columns_continue_in_the_list()
    {
        using var sales = await host.SignInAsync("sales");
        using var boardAnswer = await sales.GetAsync("/api/leads/board?per_page=2");
        var board = await boardAnswer.OkAsync();
        var column = board.GetProperty("columns").EnumerateArray().First(c => c.GetProperty("count").GetInt32() > 2);
        column.GetProperty("items").GetArrayLength().ShouldBe(2);
        using var nextAnswer = await sales.GetAsync($"/api/leads?status={column.GetProperty("status").GetString()}&sort=-score&cursor={column.GetProperty("next_cursor").GetString()}");
        var next = await nextAnswer.OkAsync();
        next.GetProperty("items")[0].GetProperty("id").GetGuid().ShouldNotBe(column.GetProperty("items")[1].GetProperty("id").GetGuid());

        using var statsAnswer = await sales.GetAsync("/api/leads/stats");
        var stats = await statsAnswer.OkAsync();
        stats.GetProperty("by_status").GetArrayLength().ShouldBe(10);
        stats.GetProperty("total").GetInt32().ShouldBe(stats.GetProperty("by_source").EnumerateArray().Sum(s => s.GetProperty("count").GetInt32()));
        using var hotAnswer = await sales.GetAsync("/api/leads/hot?assigned_to=me&per_page=5");
        (await hotAnswer.OkAsync()).GetProperty("items").EnumerateArray().ShouldAllBe(l => l.GetProperty("temperature").GetString() == "hot");
    }

    [Theory]
    [InlineData("/api/leads/board?status=new", "status")]
    [InlineData("/api/leads/board?per_page=101", "per_page")]
    [InlineData("/api/leads/board?temperature=boiling", "temperature")]
    [InlineData("/api/leads/hot?sort=score", "sort")]
    [InlineData("/api/leads/hot?cursor=zzz", "cursor")]
    [InlineData("/api/leads/stats?assigned_to=none", "assigned_to")]
    [InlineData("/api/leads/stats?period=today", "period")]
    public async Task What_they_do_not_know_is_refused_by_name(string address, string field)
    {
        using var sales = await host.SignInAsync("sales");
        using var answer = await sales.GetAsync(address);

        await answer.ProblemAsync(400, field: field);
    }

    [Fact]
    public async Task The_export_holds_every_lead_of_the_filter_once_and_no_cell_that_a_spreadsheet_would_run()
    {
        using var manager = await host.SignInAsync("manager");
        var family = $"=Csv{Guid.NewGuid():N}"[..14];
        for (var i = 0; i < 103; i++)
        {
            using var created = await manager.PostAsJsonAsync("/api/leads", new { first_name = $"Nr{i}", last_name = family, email = $"{Guid.CreateVersion7():N}@example.com", source = "referral", address = $"{i} Oak St, \"Rear\"" });
            created.EnsureSuccessStatusCode();
        }

        using var answer = await manager.GetAsync($"/api/leads/export.csv?q={Uri.EscapeDataString(family)}&sort=created_at");

        answer.EnsureSuccessStatusCode();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldContain("leads-");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(104);
        lines[0].ShouldContain("id,first_name,last_name");
        lines.Skip(1).Select(l => l.Split(',')[1]).ShouldBe(Enumerable.Range(0, 103).Select(i => $"Nr{i}"));
        lines[1].ShouldContain($",'{family},");
        lines[1].ShouldContain("\"0 Oak St, \"\"Rear\"\"\"");
        using var refused = await manager.GetAsync("/api/leads/export.csv?sort=shoe_size&page=2");
        await refused.ProblemAsync(400, field: "page");
        using var unsorted = await manager.GetAsync("/api/leads/export.csv?sort=shoe_size");
        await unsorted.ProblemAsync(400, field: "sort");
    }
}
