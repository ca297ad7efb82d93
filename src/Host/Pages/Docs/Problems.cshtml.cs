using IswitchRoofs.Host.Web.Errors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Pages.Docs;

/// <summary>Where the <c>type</c> of every problem leads. Open, since whoever may not come in must still read why.</summary>
[AllowAnonymous]
public sealed class ProblemsModel : PageModel
{
    internal static IReadOnlyList<(string Area, IReadOnlyList<ProblemEntry> Entries)> Areas => ProblemCatalogue.Areas;
}
