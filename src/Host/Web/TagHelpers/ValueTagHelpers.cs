using System.Globalization;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IswitchRoofs.Host.Web.TagHelpers;

/// <summary>
/// <c>&lt;when value="@lead.CreatedAt" /&gt;</c>: "5 minutes ago" with the exact instant on hover, kept true by a script.
/// <c>as="time|date|both"</c> shows it absolutely, in company time; <c>as="countdown"</c> counts the seconds to it.
/// </summary>
public sealed class WhenTagHelper(ICompanyClock clock) : TagHelper
{
    public DateTimeOffset? Value { get; set; }

    public string As { get; set; } = "relative";

    /// <summary>What stands there when there is no instant.</summary>
    public string None { get; set; } = Words.None;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value is not { } instant)
        {
            output.TagName = "span";
            output.Content.SetContent(None);
            return;
        }

        var local = TimeZoneInfo.ConvertTime(instant, clock.Zone);
        output.TagName = "time";
        output.Attributes.SetAttribute("datetime", instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", Formats.Exact(instant, clock.Zone));
        switch (As)
        {
            case "time":
                output.Content.SetContent(Formats.Time(local));
                break;
            case "date":
                output.Content.SetContent(Formats.Day(clock.DayOf(instant), clock.Today));
                break;
            case "both":
                output.Content.SetContent($"{Formats.Day(clock.DayOf(instant), clock.Today)}, {Formats.Time(local)}");
                break;
            case "countdown":
                output.Attributes.SetAttribute("data-countdown", "");
                output.AddClass("tabular");
                output.Content.SetContent(Formats.Relative(instant, clock.Now));
                break;
            default:
                output.Attributes.SetAttribute("data-relative", "");
                output.Content.SetContent(Formats.Relative(instant, clock.Now));
                break;
        }
    }
}

/// <summary><c>&lt;day value="@project.EndDate" /&gt;</c>: a date without a time; <c>relative="true"</c> says "in 3 days".</summary>
public sealed class DayTagHelper(ICompanyClock clock) : TagHelper
{
    public DateOnly? Value { get; set; }

    public bool Relative { get; set; }

    public string None { get; set; } = Words.None;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value is not { } day)
        {
            output.TagName = "span";
            output.Content.SetContent(None);
            return;
        }

        output.TagName = "time";
        output.Attributes.SetAttribute("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", Formats.LongDay(day));
        output.Content.SetContent(Relative ? Formats.RelativeDay(day, clock.Today) : Formats.Day(day, clock.Today));
    }
}

/// <summary><c>&lt;money value="@project.Budget" /&gt;</c>.</summary>
public sealed class MoneyTagHelper : TagHelper
{
    public decimal? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("tabular");
        output.Content.SetContent(Formats.Money(Value));
    }
}

/// <summary><c>&lt;phone value="@lead.Phone" /&gt;</c>: national format, a tap calls.</summary>
public sealed class PhoneTagHelper(IPhoneNumbers phones) : TagHelper
{
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (string.IsNullOrEmpty(Value))
        {
            output.TagName = "span";
            output.Content.SetContent(Words.None);
            return;
        }

        output.TagName = "a";
        output.Attributes.SetAttribute("href", $"tel:{Value}");
        output.AddClass("nowrap").AddClass("tabular");
        output.Content.SetContent(phones.Display(Value));
    }
}

/// <summary><c>&lt;mail value="@lead.Email" /&gt;</c>.</summary>
public sealed class MailTagHelper : TagHelper
{
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (string.IsNullOrEmpty(Value))
        {
            output.TagName = "span";
            output.Content.SetContent(Words.None);
            return;
        }

        output.TagName = "a";
        output.Attributes.SetAttribute("href", $"mailto:{Value}");
        output.Content.SetContent(Value);
    }
}

/// <summary><c>&lt;words value="@lead.Source" /&gt;</c>: a stored enum value as people say it.</summary>
[HtmlTargetElement("words")]
public sealed class WordsTagHelper : TagHelper
{
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetContent(Words.Of(Value));
    }
}
