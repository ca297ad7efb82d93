using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings;

/// <summary>The roles as the program knows them: read, never edited, so that what is shown is what holds.</summary>
[Authorize(IdentityPermissions.ReadUsers)]
public sealed class RolesModel(IPermissionCatalog catalog, GetPeopleHandler people) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "who")]
    public Guid? Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "permission")]
    public string? Permission { get; set; }

    public string? Explanation { get; private set; }

    public IEnumerable<SelectListItem> People { get; private set; } = [];

    public IEnumerable<SelectListItem> Permissions => All.Select(p => new SelectListItem(p, p, p == Permission));

    public static IReadOnlyList<string> Roles { get; } = ["admin", "manager", "sales", "field_tech"];

    public static IReadOnlyList<string> All { get; } = [.. RolePermissions.All.Order(StringComparer.Ordinal)];

    public bool Grants(string role, string permission) => catalog.Grants(role, permission);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var everybody = (await people.HandleAsync(new GetPeople(), ct)).Value;
        People = everybody.All.Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == Who));
        if (everybody.Find(Who) is { } person && Permission is { } permission && All.Contains(permission)) Explanation = Explain(person, permission);
    }

    private string Explain(Person person, string permission)
    {
        var role = Words.Of(person.Role);
        var others = Roles.Where(r => r != person.Role && Grants(r, permission)).Select(Words.Of).ToArray();
        var also = others.Length == 0 ? "no other role gives it" : $"so do {string.Join(", ", others)}";
        if (!person.IsActive) return $"{person.Name} may do nothing: the account is disabled.";
        return Grants(person.Role, permission)
            ? $"{person.Name} may: the role {role} gives {permission}; {also}."
            : $"{person.Name} may not: the role {role} does not give {permission}; {(others.Length == 0 ? "no role does" : $"{string.Join(", ", others)} would")}.";
    }
}
