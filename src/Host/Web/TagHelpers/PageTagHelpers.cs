using System.Globalization;
using System.Text.Encodings.Web;
using IswitchRoofs.Host.Web.Display;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IswitchRoofs.Host.Web.TagHelpers;

/// <summary>
/// <c>&lt;page-header title="Leads" count="128"&gt;…actions…&lt;/page-header&gt;</c>; with <c>parent</c> and <c>parent-url</c> a
/// breadcrumb leads back to the list (with the filters it had). Sets the window's title too.
/// </summary>
public sealed class PageHeaderTagHelper(HtmlEncoder encoder) : TagHelper
{
    public string Title { get; set; } = "";

    public string? Subtitle { get; set; }

    public long? Count { get; set; }

    public string? Parent { get; set; }

    public string? ParentUrl { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ViewData["Title"] ??= Title;
        var actions = await output.GetChildContentAsync();
        if (Parent is not null && ParentUrl is not null)
        {
            output.PreElement.SetHtmlContent(
                $"<nav aria-label=\"Breadcrumb\"><ol class=\"breadcrumb\"><li class=\"breadcrumb-item\"><a data-list-crumb href=\"{encoder.Encode(ParentUrl)}\">{encoder.Encode(Parent)}</a></li>"
                + $"<li class=\"breadcrumb-item active\" aria-current=\"page\">{encoder.Encode(Title)}</li></ol></nav>");
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("page-head");
        var head = new TagBuilder("h1");
        head.InnerHtml.Append(Title);
        if (Count is { } count)
        {
            var number = new TagBuilder("span");
            number.AddCssClass("count");
            number.InnerHtml.Append(count.ToString("N0", Formats.Culture));
            head.InnerHtml.AppendHtml(number);
        }

        output.Content.SetHtmlContent(head);
        if (!actions.IsEmptyOrWhiteSpace)
        {
            var box = new TagBuilder("div");
            box.AddCssClass("page-actions");
            box.InnerHtml.AppendHtml(actions);
            output.Content.AppendHtml(box);
        }

        if (Subtitle is null) return;
        var line = new TagBuilder("p");
        line.AddCssClass("subtitle");
        line.InnerHtml.Append(Subtitle);
        output.Content.AppendHtml(line);
    }
}

/// <summary>
/// <c>&lt;live-region id="lead-list" on="leads"&gt;…&lt;/live-region&gt;</c>: refreshes itself when realtime says that something of
/// the topics changed (<c>leads</c>, <c>projects</c>, <c>appointments</c>, <c>customers</c>, <c>dashboard</c>, <c>lead:{id}</c>, ...).
/// It fetches the page (or <c>url</c>) again and takes the element with its id out of the answer. Mark rows with
/// <c>data-row="{id}"</c> and <c>data-version</c>, and changed ones are seen.
/// </summary>
public sealed class LiveRegionTagHelper : TagHelper
{
    public string Id { get; set; } = "";

    public string On { get; set; } = "";

    public string? Url { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("data-live", On);
        output.Attributes.SetAttribute("hx-get", Url ?? Addresses.Here(ViewContext.HttpContext.Request));
        output.Attributes.SetAttribute("hx-trigger", "live");
        output.Attributes.SetAttribute("hx-select", $"#{Id}");
        output.Attributes.SetAttribute("hx-target", "this");
        output.Attributes.SetAttribute("hx-swap", "outerHTML");
    }
}

/// <summary>
/// <c>&lt;stat label="Open leads" value="128" href="/Leads" trend="12.5" trend-good="up" note="than last month" /&gt;</c>.
/// </summary>
public sealed class StatTagHelper(IFileVersionProvider versions) : TagHelper
{
    public string Label { get; set; } = "";

    public string Value { get; set; } = Words.None;

    /// <summary>The list that makes up the figure.</summary>
    public string? Href { get; set; }

    /// <summary>Change against the period before, in percent.</summary>
    public decimal? Trend { get; set; }

    /// <summary>Which direction is good news: <c>up</c> or <c>down</c> (response times).</summary>
    public string TrendGood { get; set; } = "up";

    public string? Note { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "div" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("card stat");
        if (Href is not null) output.Attributes.SetAttribute("href", Href);
        output.Content.AppendHtml(Div("stat-label", Label)).AppendHtml(Div("stat-value", Value));
        var foot = Div("stat-foot", null);
        if (Trend is { } trend)
        {
            var rounded = decimal.Round(trend, 1);
            var direction = rounded > 0 ? "up" : rounded < 0 ? "down" : null;
            var node = new TagBuilder("span");
            node.AddCssClass("trend");
            if (direction is null)
            {
                node.InnerHtml.Append("no change");
            }
            else
            {
                node.AddCssClass(direction == TrendGood ? "trend-good" : "trend-bad");
                node.InnerHtml.AppendHtml(IconTagHelper.Svg(versions, ViewContext, direction == "up" ? "arrow-up-right" : "arrow-down-right"));
                node.InnerHtml.Append($"{Math.Abs(rounded).ToString("0.#", CultureInfo.InvariantCulture)} % {(direction == "up" ? "more" : "less")}");
            }

            foot.InnerHtml.AppendHtml(node);
        }

        if (Note is not null) foot.InnerHtml.AppendHtml(Span(Note));
        output.Content.AppendHtml(foot);
    }

    private static TagBuilder Div(string css, string? text)
    {
        var div = new TagBuilder("div");
        div.AddCssClass(css);
        if (text is not null) div.InnerHtml.Append(text);
        return div;
    }

    private static TagBuilder Span(string text)
    {
        var span = new TagBuilder("span");
        span.InnerHtml.Append(text);
        return span;
    }
}

/// <param name="Status">The stored value.</param>
/// <param name="At">When it was reached, if known.</param>
public sealed record StageStep(string Status, DateTimeOffset? At = null);

/// <summary><c>&lt;stage-strip steps="Model.Stages" current="qualified" /&gt;</c>; a status that is none of the steps (lost, on hold) stands apart.</summary>
public sealed class StageStripTagHelper(Shared.Application.ICompanyClock clock) : TagHelper
{
    public IReadOnlyList<StageStep> Steps { get; set; } = [];

    public string Current { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("stages");
        output.Attributes.SetAttribute("aria-label", "Stages");
        output.Attributes.SetAttribute("tabindex", "0");
        var at = -1;
        for (var i = 0; i < Steps.Count; i++) if (Steps[i].Status == Current) at = i;
        for (var i = 0; i < Steps.Count; i++)
        {
            var item = new TagBuilder("li");
            if (i == at)
            {
                item.AddCssClass("is-current");
                item.Attributes["aria-current"] = "step";
            }
            else if (i < at || (at < 0 && Steps[i].At is not null))
            {
                item.AddCssClass("is-done");
            }

            item.InnerHtml.Append(Words.Of(Steps[i].Status));
            if (Steps[i].At is { } reached)
            {
                var date = new TagBuilder("span");
                date.AddCssClass("date");
                date.InnerHtml.Append(Formats.Day(clock.DayOf(reached), clock.Today));
                item.InnerHtml.AppendHtml(date);
            }

            output.Content.AppendHtml(item);
        }

        if (at >= 0 || Current.Length == 0) return;
        var aside = new TagBuilder("li");
        aside.AddCssClass("is-current is-aside");
        aside.Attributes["aria-current"] = "step";
        aside.InnerHtml.Append(Words.Of(Current));
        output.Content.AppendHtml(aside);
    }
}

/// <summary><c>&lt;idempotency-key /&gt;</c> in a form that creates something: sent twice, it happens once.</summary>
public sealed class IdempotencyKeyTagHelper : TagHelper
{
    public const string Field = "idempotency_key";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // After a refused try the same key comes back: it is still the same intention.
        var request = ViewContext.HttpContext.Request;
        var key = request.HasFormContentType && request.Form.TryGetValue(Field, out var sent) && Guid.TryParse(sent, out var parsed)
            ? parsed
            : Guid.CreateVersion7();
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", Field);
        output.Attributes.SetAttribute("value", key);
    }
}
