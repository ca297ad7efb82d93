using Microsoft.AspNetCore.Razor.TagHelpers;

namespace IswitchRoofs.Host.Web.TagHelpers;

internal static class OutputExtensions
{
    public static TagHelperOutput AddClass(this TagHelperOutput output, string name)
    {
        var before = output.Attributes["class"]?.Value.ToString();
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(before) ? name : $"{before} {name}");
        return output;
    }
}
