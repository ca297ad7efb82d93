using System.Globalization;
using IswitchRoofs.Host.Web.Display;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IswitchRoofs.Host.Web.TagHelpers;

/// <summary><c>&lt;status-badge value="@lead.Status" /&gt;</c>: word and colour; <c>tone</c> and content override both.</summary>
public sealed class StatusBadgeTagHelper : TagHelper
{
    public string? Value { get; set; }

    /// <summary>blue, teal, green, amber, orange, red, purple or gray.</summary>
    public string? Tone { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("status-word").AddClass($"tone-{Tone ?? Tones.Of(Value)}");
        var own = await output.GetChildContentAsync();
        if (own.IsEmptyOrWhiteSpace) output.Content.SetContent(Words.Of(Value));
    }
}

/// <summary><c>&lt;temperature value="@lead.Temperature" /&gt;</c>: icon, colour and word.</summary>
public sealed class TemperatureTagHelper(IFileVersionProvider versions) : TagHelper
{
    public string? Value { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (icon, word) = Value switch
        {
            "hot" => ("flame", "Hot"),
            "warm" => ("sun", "Warm"),
            "cool" => ("droplet", "Cool"),
            _ => ("snowflake", "Cold"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("temp").AddClass($"temp-{word.ToLowerInvariant()}");
        output.Content.AppendHtml(IconTagHelper.Svg(versions, ViewContext, icon));
        output.Content.Append(word);
    }
}

/// <summary><c>&lt;score-ring value="81" size="sm|md|lg" /&gt;</c>: 0..100 as a ring in the colour of its temperature.</summary>
public sealed class ScoreRingTagHelper : TagHelper
{
    public int Value { get; set; }

    /// <summary>Of a lead, whose bands an admin may move; without it the usual ones colour the ring.</summary>
    public string? Temperature { get; set; }

    public string Size { get; set; } = "sm";

    /// <summary>What is scored, for screen readers.</summary>
    public string Label { get; set; } = "Score";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var pixels = Size switch { "lg" => 76, "md" => 48, _ => 36 };
        var score = Math.Clamp(Value, 0, 100);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("score-ring").AddClass($"ring-{Size}").AddClass($"temp-{Temperature ?? Tones.TemperatureOf(score)}");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", $"{Label} {score} of 100");

        // Geometry in attributes, not in styles: the site's policy allows no inline style.
        output.Content.SetHtmlContent(string.Create(CultureInfo.InvariantCulture, $"""
            <svg width="{pixels}" height="{pixels}" viewBox="0 0 40 40" aria-hidden="true"><circle class="ring-track" cx="20" cy="20" r="17"></circle><circle class="ring-value" cx="20" cy="20" r="17" pathLength="100" stroke-dasharray="{score} 100"{(score == 0 ? " visibility=\"hidden\"" : "")}></circle></svg><span aria-hidden="true">{score}</span>
            """));
    }
}

/// <summary><c>&lt;score-bar label="Property value" points="30" max="30" why="..." /&gt;</c>: one line of an explanation.</summary>
public sealed class ScoreBarTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public decimal Points { get; set; }

    public decimal Max { get; set; } = 100;

    public string? Why { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("bar-line");

        var label = new TagBuilder("span");
        label.InnerHtml.Append(Label);
        var bar = new TagBuilder("progress");
        bar.AddCssClass("bar");
        bar.Attributes["max"] = Max.ToString(CultureInfo.InvariantCulture);
        bar.Attributes["value"] = Points.ToString(CultureInfo.InvariantCulture);
        bar.Attributes["aria-label"] = Label;
        var points = new TagBuilder("span");
        points.AddCssClass("num");
        points.InnerHtml.Append($"{Points.ToString("0.##", CultureInfo.InvariantCulture)} / {Max.ToString("0.##", CultureInfo.InvariantCulture)}");
        output.Content.AppendHtml(label).AppendHtml(bar).AppendHtml(points);
        if (string.IsNullOrWhiteSpace(Why)) return;
        var why = new TagBuilder("span");
        why.AddCssClass("why");
        why.InnerHtml.Append(Why);
        output.Content.AppendHtml(why);
    }
}

/// <summary><c>&lt;person name="@lead.AssigneeName" /&gt;</c>: initials and name; nobody reads "Unassigned".</summary>
public sealed class PersonTagHelper : TagHelper
{
    public string? Name { get; set; }

    /// <summary>What stands there when there is nobody.</summary>
    public string Nobody { get; set; } = "Unassigned";

    /// <summary>Only the initials; the name is in the tooltip.</summary>
    public bool Compact { get; set; }

    public bool Large { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var nobody = string.IsNullOrWhiteSpace(Name);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("person");

        var face = new TagBuilder("span");
        face.AddCssClass(nobody ? "face tone-gray" : $"face tone-{Tones.OfPerson(Name)}");
        if (Large) face.AddCssClass("face-lg");
        face.InnerHtml.Append(nobody ? "?" : Words.Initials(Name));
        if (Compact)
        {
            face.Attributes["title"] = nobody ? Nobody : Name!;
            face.Attributes["role"] = "img";
            face.Attributes["aria-label"] = nobody ? Nobody : Name!;
            output.Content.AppendHtml(face);
            return;
        }

        face.Attributes["aria-hidden"] = "true";
        var name = new TagBuilder("span");
        name.AddCssClass(nobody ? "clip text-secondary" : "clip");
        name.InnerHtml.Append(nobody ? Nobody : Name!);
        output.Content.AppendHtml(face).AppendHtml(name);
    }
}
