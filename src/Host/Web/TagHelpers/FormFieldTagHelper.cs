using IswitchRoofs.Host.Web.Display;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IswitchRoofs.Host.Web.TagHelpers;

/// <summary>
/// <c>&lt;form-field for="Input.Email" label="E-mail" type="email" help="..." required="true" /&gt;</c>: label, control, help and error,
/// tied together for screen readers. Types: text, email, tel, password, search, number, money, date, datetime, textarea, checkbox,
/// select (with <c>options</c>). Other attributes (<c>maxlength</c>, <c>autocomplete</c>, <c>data-*</c>) go to the control.
/// </summary>
public sealed class FormFieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    public string? Help { get; set; }

    public string Type { get; set; } = "text";

    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>The empty first choice of a select.</summary>
    public string? Choose { get; set; }

    public bool Required { get; set; }

    public int Rows { get; set; } = 3;

    /// <summary>Text before the control, as "$".</summary>
    public string? Prefix { get; set; }

    /// <summary>Text after the control, as "sq ft".</summary>
    public string? Suffix { get; set; }

    /// <summary>Takes the whole width among <c>.fields</c>.</summary>
    public bool Wide { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, generator.IdAttributeDotReplacement);
        var error = ViewContext.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        var label = Label ?? For.Metadata.DisplayName ?? Words.OfProperty(For.Metadata.PropertyName);

        var attributes = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var extra in output.Attributes) attributes[extra.Name] = extra.Value is HtmlString raw ? raw.Value : extra.Value?.ToString();
        output.Attributes.Clear();
        attributes.Remove("class", out var css);
        attributes["id"] = id;
        if (Required) attributes["required"] = "required";
        if (error is not null) attributes["aria-invalid"] = "true";
        var described = string.Join(' ', new[] { Help is null ? null : $"{id}-help", error is null ? null : $"{id}-error" }.Where(x => x is not null));
        if (described.Length > 0) attributes["aria-describedby"] = described;

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("field");
        if (Wide) output.AddClass("wide");
        if (css is not null) output.AddClass(css.ToString()!);

        if (Type == "checkbox")
        {
            attributes["class"] = error is null ? "form-check-input" : "form-check-input is-invalid";
            attributes.Remove("required");
            var box = new TagBuilder("label");
            box.AddCssClass("form-check");
            box.InnerHtml.AppendHtml(generator.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, For.Model as bool?, attributes));
            var text = new TagBuilder("span");
            text.AddCssClass("form-check-label");
            text.InnerHtml.Append(label);
            box.InnerHtml.AppendHtml(text);
            var hidden = generator.GenerateHiddenForCheckbox(ViewContext, For.ModelExplorer, For.Name);
            output.Content.AppendHtml(box);
            if (hidden is not null) output.Content.AppendHtml(hidden);
        }
        else
        {
            attributes["class"] = (Type == "select" ? "form-select" : "form-control") + (error is null ? "" : " is-invalid");
            var head = new TagBuilder("label");
            head.AddCssClass("form-label");
            head.Attributes["for"] = id;
            head.InnerHtml.Append(label);
            if (Required) head.InnerHtml.AppendHtml("<span class=\"needed\" aria-hidden=\"true\">*</span>");
            output.Content.AppendHtml(head);
            output.Content.AppendHtml(Framed(Control(attributes)));
        }

        if (Help is not null) output.Content.AppendHtml(Note("field-help", $"{id}-help", Help));
        if (error is not null) output.Content.AppendHtml(Note("field-error", $"{id}-error", error));
    }

    private TagBuilder Control(Dictionary<string, object?> attributes)
    {
        switch (Type)
        {
            case "select":
                return generator.GenerateSelect(ViewContext, For.ModelExplorer, Choose, For.Name, Options ?? [], allowMultiple: false, attributes);
            case "textarea":
                return generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows, 0, attributes);
            case "password":
                return generator.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, value: null, attributes);
            case "money":
                // Text, so that "12,500" and "$12500" are accepted as typed.
                attributes["inputmode"] = "decimal";
                attributes["type"] = "text";
                return Box("{0:0.##}", attributes);
            case "date":
                attributes["type"] = "date";
                return Box("{0:yyyy-MM-dd}", attributes);
            case "datetime":
                attributes["type"] = "datetime-local";
                return Box("{0:yyyy-MM-ddTHH:mm}", attributes);
            default:
                attributes["type"] = Type;
                return Box(null, attributes);
        }
    }

    private TagBuilder Box(string? format, Dictionary<string, object?> attributes) =>
        generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, format, attributes);

    private TagBuilder Framed(TagBuilder control)
    {
        var before = Prefix ?? (Type == "money" ? "$" : null);
        if (before is null && Suffix is null) return control;
        var group = new TagBuilder("div");
        group.AddCssClass("input-group");
        if (before is not null) group.InnerHtml.AppendHtml(Side(before));
        group.InnerHtml.AppendHtml(control);
        if (Suffix is not null) group.InnerHtml.AppendHtml(Side(Suffix));
        return group;
    }

    private static TagBuilder Side(string text)
    {
        var side = new TagBuilder("span");
        side.AddCssClass("input-group-text");
        side.InnerHtml.Append(text);
        return side;
    }

    private static TagBuilder Note(string css, string id, string text)
    {
        var note = new TagBuilder("div");
        note.AddCssClass(css);
        note.Attributes["id"] = id;
        note.InnerHtml.Append(text);
        return note;
    }
}
