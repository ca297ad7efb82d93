using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IswitchRoofs.Host.Web.Pages;

/// <summary>A refusal beside the field it is about, or on top of the form.</summary>
internal static class ModelStateErrors
{
    /// <param name="prefix">Name of the page's bound property; <c>first_name</c> becomes <c>Input.FirstName</c>.</param>
    public static void AddError(this ModelStateDictionary modelState, Error error, string prefix)
    {
        foreach (var (field, messages) in error.Fields)
            foreach (var message in messages)
                modelState.AddModelError($"{prefix}.{Pascal(field)}", Sentence(field, message));
        if (error.Fields.Count == 0) modelState.AddModelError(string.Empty, error.Detail);
    }

    private static string Pascal(string field) =>
        string.Concat(field.Split('_').Select(part => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..]));

    private static string Sentence(string field, string message)
    {
        var name = field.Replace('_', ' ');
        return $"{char.ToUpperInvariant(name[0])}{name[1..]} {message}";
    }
}
