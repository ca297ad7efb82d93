using System.Text.Encodings.Web;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.TagHelpers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IswitchRoofs.Host.Tests.Web;

public sealed class TagHelperTests
{
    private static readonly IFileVersionProvider Versions = new SameName();

    [Fact]
    public void An_address_changes_only_what_is_named()
    {
        var view = At("/Leads", "?status=new&status=contacted&sort=name&p=3&handler=List");
        Addresses.With(view.HttpContext.Request, (Addresses.SortKey, "-score"), (Addresses.PageKey, null))
            .ShouldBe("/Leads?status=new&status=contacted&sort=-score");
    }

    [Fact]
    public void An_address_cannot_break_out_of_its_attribute()
    {
        var view = At("/Leads", "?q=%22%3E%3Cscript%3E");
        Addresses.With(view.HttpContext.Request, ("p", "2")).ShouldNotContain("<");
    }

    [Theory]
    [InlineData(1, 1, new[] { 1 })]
    [InlineData(1, 9, new[] { 1, 2, 9 })]
    [InlineData(5, 9, new[] { 1, 4, 5, 6, 9 })]
    [InlineData(9, 9, new[] { 1, 8, 9 })]
    public void The_pager_shows_the_ends_and_the_neighbours(int page, int pages, int[] shown) =>
        PagerTagHelper.Shown(page, pages).ShouldBe(shown);

    [Fact]
    public async Task The_pager_keeps_the_filters()
    {
        var html = await Render(new PagerTagHelper(Versions) { Page = 2, Total = 120, Noun = "lead", ViewContext = At("/Leads", "?status=new&p=2") });
        html.ShouldContain("51 to 100 of 120 leads");
        html.ShouldContain("href=\"/Leads?status=new&amp;p=3\"");
        html.ShouldContain("href=\"/Leads?status=new\"");
    }

    [Fact]
    public async Task A_list_on_one_page_only_says_how_many()
    {
        var html = await Render(new PagerTagHelper(Versions) { Page = 1, Total = 1, Noun = "lead", ViewContext = At("/Leads") });
        html.ShouldContain("1 lead<");
        html.ShouldNotContain("href");
    }

    [Fact]
    public async Task A_walk_by_cursor_offers_the_next_page()
    {
        var html = await Render(new PagerTagHelper(Versions) { NextCursor = "abc", ViewContext = At("/Leads", "?cursor=x&sort=name") });
        html.ShouldContain("href=\"/Leads?sort=name&amp;cursor=abc\"");
        html.ShouldContain("First page");
    }

    [Fact]
    public async Task A_chip_takes_away_its_own_filter_and_clear_all_every_one()
    {
        var html = await Render(new FilterChipsTagHelper(Versions)
        {
            Items = [new FilterChip("Status", "New", "status"), new FilterChip("Score", "from 60", "score_min", "score_max")],
            ViewContext = At("/Leads", "?status=new&score_min=60&q=ann&p=4"),
        });
        html.ShouldContain("href=\"/Leads?score_min=60&amp;q=ann\"");
        html.ShouldContain("href=\"/Leads?q=ann\"");
        html.ShouldContain("aria-label=\"Remove filter Status: New\"");
    }

    [Theory]
    [InlineData("-score", "descending", "sort=score")]
    [InlineData("score", "ascending", "sort=-score")]
    [InlineData("name", "none", "sort=-score")]
    public async Task A_column_head_tells_and_turns_the_order(string current, string state, string next)
    {
        var html = await Render(
            new SortHeaderTagHelper(Versions) { Key = "score", First = "desc", Current = current, ViewContext = At("/Leads", "?p=2") }, "Score");
        html.ShouldContain($"aria-sort=\"{state}\"");
        html.ShouldContain($"href=\"/Leads?{next}\"");
    }

    [Fact]
    public async Task A_badge_is_a_word_and_a_colour() =>
        (await Render(new StatusBadgeTagHelper { Value = "quote_sent" })).ShouldBe("<span class=\"status-word tone-amber\">Quote sent</span>");

    [Fact]
    public async Task A_score_is_drawn_without_inline_styles()
    {
        var html = await Render(new ScoreRingTagHelper { Value = 130 });
        html.ShouldContain("aria-label=\"Score 100 of 100\"");
        html.ShouldNotContain("style=");
    }

    [Fact]
    public async Task Names_are_encoded()
    {
        var html = await Render(new PersonTagHelper { Name = "<b>Ann</b>" });
        html.ShouldContain("&lt;b&gt;Ann&lt;/b&gt;");
    }

    private static ViewContext At(string path, string query = "")
    {
        var http = new DefaultHttpContext();
        http.Request.Path = path;
        http.Request.QueryString = new QueryString(query);
        return new ViewContext { HttpContext = http };
    }

    private static async Task<string> Render(TagHelper helper, string content = "")
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "1");
        var output = new TagHelperOutput("x", [], (_, _) =>
        {
            var inner = new DefaultTagHelperContent();
            inner.SetContent(content);
            return Task.FromResult<TagHelperContent>(inner);
        });
        await helper.ProcessAsync(context, output);
        await using var text = new StringWriter();
        output.WriteTo(text, HtmlEncoder.Default);
        return text.ToString();
    }

    private sealed class SameName : IFileVersionProvider
    {
        public string AddFileVersionToPath(PathString requestPathBase, string path) => path;
    }
}
