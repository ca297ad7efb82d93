using System.Globalization;
using IswitchRoofs.Host.Web.Display;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IswitchRoofs.Host.Web.TagHelpers;

/// <summary>
/// <c>&lt;sort-header key="score" current="@Model.Sort" first="desc"&gt;Score&lt;/sort-header&gt;</c>: a column head that sorts.
/// A second click turns the order round; the page goes back to the first.
/// </summary>
public sealed class SortHeaderTagHelper(IFileVersionProvider versions) : TagHelper
{
    public string Key { get; set; } = "";

    /// <summary>The order in force, as in the address: <c>-score</c>.</summary>
    public string? Current { get; set; }

    /// <summary>Which way the first click sorts: <c>asc</c> (names) or <c>desc</c> (numbers, dates).</summary>
    public string First { get; set; } = "asc";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var now = Current?.Split(',')[0] ?? "";
        var state = now == Key ? "ascending" : now == "-" + Key ? "descending" : "none";
        var next = state switch
        {
            "ascending" => "-" + Key,
            "descending" => Key,
            _ => First == "desc" ? "-" + Key : Key,
        };

        output.TagName = "th";
        output.Attributes.SetAttribute("scope", "col");
        output.Attributes.SetAttribute("aria-sort", state);
        var link = new TagBuilder("a");
        link.AddCssClass("sort-link");
        link.Attributes["href"] = Addresses.With(ViewContext.HttpContext.Request, (Addresses.SortKey, next), (Addresses.PageKey, null), ("cursor", null));
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        link.InnerHtml.AppendHtml(IconTagHelper.Svg(versions, ViewContext, state switch
        {
            "ascending" => "chevron-up",
            "descending" => "chevron-down",
            _ => "selector",
        }));
        output.Content.SetHtmlContent(link);
    }
}

/// <summary>
/// <c>&lt;pager page="@Model.List.Page" per-page="@Model.List.PerPage" total="@Model.List.Total" noun="lead" /&gt;</c>;
/// with <c>next-cursor</c> it offers the next page where numbers end.
/// </summary>
public sealed class PagerTagHelper(IFileVersionProvider versions) : TagHelper
{
    /// <summary>Null when the list is walked by cursor.</summary>
    public int? Page { get; set; }

    public int PerPage { get; set; } = 50;

    public int? Total { get; set; }

    public string? NextCursor { get; set; }

    public string Noun { get; set; } = "row";

    public string? Nouns { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Total is 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("pager");
        output.Attributes.SetAttribute("aria-label", "Pages");

        var text = new TagBuilder("span");
        if (Total is { } total)
        {
            var page = Page ?? 1;
            var from = ((page - 1) * PerPage) + 1;
            text.InnerHtml.Append(total <= PerPage && page == 1
                ? Words.Count(total, Noun, Nouns)
                : string.Create(Formats.Culture, $"{from:N0} to {Math.Min(page * PerPage, total):N0} of {Words.Count(total, Noun, Nouns)}"));
        }

        output.Content.AppendHtml(text);
        output.Content.AppendHtml(Total is null ? ByCursor() : ByNumber((Total.Value + PerPage - 1) / PerPage));
    }

    private TagBuilder ByCursor()
    {
        var list = new TagBuilder("ul");
        if (ViewContext.HttpContext.Request.Query.ContainsKey("cursor"))
            list.InnerHtml.AppendHtml(Item(Link(("cursor", null), (Addresses.PageKey, null)), "First page", null));
        if (NextCursor is not null) list.InnerHtml.AppendHtml(Item(Link(("cursor", NextCursor), (Addresses.PageKey, null)), "Next page", "next"));
        return list;
    }

    private TagBuilder ByNumber(int pages)
    {
        var list = new TagBuilder("ul");
        if (pages < 2) return list;
        var page = Math.Clamp(Page ?? 1, 1, pages);
        list.InnerHtml.AppendHtml(Step(page > 1 ? page - 1 : null, "chevron-left", "Previous page", "prev"));
        var before = 0;
        foreach (var number in Shown(page, pages))
        {
            if (number > before + 1) list.InnerHtml.AppendHtml(Gap());
            list.InnerHtml.AppendHtml(Number(number, number == page));
            before = number;
        }

        list.InnerHtml.AppendHtml(Step(page < pages ? page + 1 : null, "chevron-right", "Next page", "next"));
        return list;
    }

    internal static IEnumerable<int> Shown(int page, int pages)
    {
        int[] wanted = [1, page - 1, page, page + 1, pages];
        return wanted.Where(n => n >= 1 && n <= pages).Distinct().Order();
    }

    private TagBuilder Number(int number, bool current)
    {
        var text = number.ToString("N0", Formats.Culture);
        if (!current)
        {
            var item = Item(Page1(number), text, null);
            return item;
        }

        var span = new TagBuilder("span");
        span.Attributes["aria-current"] = "page";
        span.InnerHtml.Append(text);
        return Wrap(span);
    }

    private TagBuilder Step(int? number, string icon, string label, string relation)
    {
        var svg = IconTagHelper.Svg(versions, ViewContext, icon);
        if (number is null)
        {
            var off = new TagBuilder("span");
            off.AddCssClass("is-off");
            off.Attributes["aria-hidden"] = "true";
            off.InnerHtml.AppendHtml(svg);
            return Wrap(off);
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = Page1(number.Value);
        link.Attributes["rel"] = relation;
        link.Attributes["aria-label"] = label;
        link.InnerHtml.AppendHtml(svg);
        return Wrap(link);
    }

    private static TagBuilder Gap()
    {
        var gap = new TagBuilder("span");
        gap.Attributes["aria-hidden"] = "true";
        gap.InnerHtml.Append("…");
        return Wrap(gap);
    }

    private static TagBuilder Item(string url, string text, string? relation)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = url;
        if (relation is not null) link.Attributes["rel"] = relation;
        link.InnerHtml.Append(text);
        return Wrap(link);
    }

    private static TagBuilder Wrap(IHtmlContent content)
    {
        var item = new TagBuilder("li");
        item.InnerHtml.AppendHtml(content);
        return item;
    }

    private string Page1(int number) =>
        Link((Addresses.PageKey, number == 1 ? null : number.ToString(CultureInfo.InvariantCulture)), ("cursor", null));

    private string Link(params ReadOnlySpan<(string Key, string? Value)> changes) => Addresses.With(ViewContext.HttpContext.Request, changes);
}

/// <param name="Label">The filter's name: "Status".</param>
/// <param name="Value">Its value in words: "New, Contacted".</param>
/// <param name="Keys">The parameters of the address that the x takes away.</param>
public sealed record FilterChip(string Label, string Value, params string[] Keys)
{
    /// <summary>One for each filter that has a value: what was searched for as it was typed, everything else in words.</summary>
    public static IReadOnlyCollection<FilterChip> OfGiven(params (string Label, string? Value, string Key)[] filters) =>
    [
        .. filters.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => new FilterChip(f.Label, f.Key == "q" ? f.Value! : Words.Of(f.Value), f.Key)),
    ];
}

/// <summary><c>&lt;filter-chips items="Model.Chips" /&gt;</c>: what narrows the list, each with an x, and "Clear all".</summary>
public sealed class FilterChipsTagHelper(IFileVersionProvider versions) : TagHelper
{
    public IReadOnlyCollection<FilterChip> Items { get; set; } = [];

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Items.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("chips");
        output.Attributes.SetAttribute("role", "group");
        output.Attributes.SetAttribute("aria-label", "Filters in force");
        foreach (var chip in Items)
        {
            var node = new TagBuilder("span");
            node.AddCssClass("chip");
            node.InnerHtml.Append($"{chip.Label}: {chip.Value}");
            var drop = new TagBuilder("a");
            drop.Attributes["href"] = Without(chip.Keys);
            drop.Attributes["aria-label"] = $"Remove filter {chip.Label}: {chip.Value}";
            drop.InnerHtml.AppendHtml(IconTagHelper.Svg(versions, ViewContext, "x"));
            node.InnerHtml.AppendHtml(drop);
            output.Content.AppendHtml(node);
        }

        var clear = new TagBuilder("a");
        clear.AddCssClass("btn btn-sm btn-ghost-primary");
        clear.Attributes["href"] = Without([.. Items.SelectMany(c => c.Keys)]);
        clear.InnerHtml.Append("Clear all");
        output.Content.AppendHtml(clear);
    }

    private string Without(string[] keys) => Addresses.With(
        ViewContext.HttpContext.Request,
        [.. keys.Append(Addresses.PageKey).Append("cursor").Select(k => (k, (string?)null))]);
}

/// <summary>
/// <c>&lt;empty-state kind="nothing" title="No leads yet"&gt;…button…&lt;/empty-state&gt;</c>. Kinds: <c>nothing</c> (none yet),
/// <c>no-match</c> (the filters leave none), <c>no-right</c> (not for this role). Content becomes the actions.
/// </summary>
public sealed class EmptyStateTagHelper(IFileVersionProvider versions) : TagHelper
{
    public string Kind { get; set; } = "nothing";

    public string Title { get; set; } = "";

    public string? Text { get; set; }

    public string? Icon { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (icon, title, text) = Kind switch
        {
            "no-match" => ("filter-off", "Nothing matches", "Drop a filter or search for something else."),
            "no-right" => ("lock", "Not for your role", "Ask an administrator if you need to see this."),
            _ => ("inbox", "Nothing here yet", (string?)null),
        };
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("nothing");
        var mark = new TagBuilder("span");
        mark.AddCssClass("nothing-icon");
        mark.InnerHtml.AppendHtml(IconTagHelper.Svg(versions, ViewContext, Icon ?? icon));
        var head = new TagBuilder("h2");
        head.InnerHtml.Append(Title.Length > 0 ? Title : title);
        var actions = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(mark);
        output.Content.AppendHtml(head);
        if ((Text ?? text) is { } words)
        {
            var line = new TagBuilder("p");
            line.InnerHtml.Append(words);
            output.Content.AppendHtml(line);
        }

        if (actions.IsEmptyOrWhiteSpace) return;
        var box = new TagBuilder("div");
        box.AddCssClass("nothing-actions");
        box.InnerHtml.AppendHtml(actions);
        output.Content.AppendHtml(box);
    }
}

/// <summary><c>&lt;skeleton lines="5" /&gt;</c>: stands in while a part loads.</summary>
public sealed class SkeletonTagHelper : TagHelper
{
    public int Lines { get; set; } = 4;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("bones");
        output.Attributes.SetAttribute("aria-hidden", "true");
        for (var i = 0; i < Lines; i++) output.Content.AppendHtml("<div class=\"bone\"></div>");
    }
}
