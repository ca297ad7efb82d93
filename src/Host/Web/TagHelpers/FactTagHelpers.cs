using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IswitchRoofs.Host.Web.TagHelpers;

/// <summary>
/// <c>&lt;editable-fact label="Phone" fields="Phone" may="Model.MayChange"&gt;&lt;phone value="@lead.Phone" /&gt;&lt;/editable-fact&gt;</c>: a line of
/// <c>.facts</c> whose value becomes its form in place (facts.js). The fields come out of the page's <c>template[data-fact-fields]</c>,
/// the partial of the record's form, so that a field is described once.
/// </summary>
public sealed class EditableFactTagHelper(IFileVersionProvider versions) : TagHelper
{
    public string Label { get; set; } = "";

    /// <summary>Names of the form's fields that make up the value, separated by blanks.</summary>
    public string Fields { get; set; } = "";

    /// <summary>Without it the value only stands there.</summary>
    public bool May { get; set; }

    /// <summary>A block of its own instead of a line of a list.</summary>
    public bool Block { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var shown = await output.GetChildContentAsync();
        output.TagName = Block ? "div" : "dd";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (!Block)
        {
            var term = new TagBuilder("dt");
            term.InnerHtml.Append(Label);
            output.PreElement.SetHtmlContent(term);
        }

        if (!May)
        {
            output.Content.SetHtmlContent(shown);
            return;
        }

        // In the middle of a sentence: "Change e-mail".
        var label = char.ToLowerInvariant(Label[0]) + Label[1..];
        output.AddClass("fact");
        output.Attributes.SetAttribute("data-fact", Fields);
        output.Attributes.SetAttribute("data-label", label);
        var value = new TagBuilder(Block ? "div" : "span");
        value.AddCssClass("fact-value");
        value.InnerHtml.AppendHtml(shown);
        var edit = new TagBuilder("button");
        edit.AddCssClass("fact-edit");
        edit.Attributes["type"] = "button";
        edit.Attributes["data-fact-edit"] = "";
        edit.Attributes["aria-label"] = $"Change {label}";
        edit.InnerHtml.AppendHtml(IconTagHelper.Svg(versions, ViewContext, "pencil"));
        output.Content.SetHtmlContent(value);
        output.Content.AppendHtml(edit);
    }
}
