using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IswitchRoofs.Host.Web.TagHelpers;

/// <summary><c>&lt;icon name="phone" /&gt;</c>: a Tabler outline icon out of the sprite. Decoration unless it has a label.</summary>
public sealed class IconTagHelper(IFileVersionProvider versions) : TagHelper
{
    public string Name { get; set; } = "";

    /// <summary>What a screen reader says; leave it out where a word stands beside the icon.</summary>
    public string? Label { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        var extra = output.Attributes["class"]?.Value.ToString();
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(extra) ? "icon" : $"icon {extra}");
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        output.Content.SetHtmlContent(Use(versions, ViewContext, Name));
    }

    /// <summary>The whole svg element, for helpers that draw an icon themselves.</summary>
    internal static IHtmlContent Svg(IFileVersionProvider versions, ViewContext view, string name, string? extra = null)
    {
        var svg = new TagBuilder("svg");
        svg.Attributes["class"] = extra is null ? "icon" : $"icon {extra}";
        svg.Attributes["aria-hidden"] = "true";
        svg.InnerHtml.AppendHtml(Use(versions, view, name));
        return svg;
    }

    internal static string Sprite(IFileVersionProvider versions, ViewContext view)
    {
        var pathBase = view.HttpContext.Request.PathBase;
        return versions.AddFileVersionToPath(pathBase, $"{pathBase}/dist/icons.svg");
    }

    private static HtmlString Use(IFileVersionProvider versions, ViewContext view, string name) =>
        new($"<use href=\"{HtmlEncoder.Default.Encode($"{Sprite(versions, view)}#{name}")}\"></use>");
}
