using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

internal static class LeadRefusal
{
    /// <summary>Field errors as one sentence, for where there is no field to stand beside.</summary>
    public static string Of(Error error)
    {
        var said = new ModelStateDictionary();
        said.AddError(error, "");
        return string.Join(' ', said.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage));
    }
}
