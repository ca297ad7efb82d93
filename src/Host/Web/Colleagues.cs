using IswitchRoofs.Identity.Application.Users;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Web;

/// <summary>People's names for the pages of every area; modules know people only by id.</summary>
public sealed class Colleagues(GetPeopleHandler people)
{
    private People? _people;

    public async Task LoadAsync(CancellationToken ct) => _people ??= (await people.HandleAsync(new GetPeople(), ct)).Value;

    /// <summary>Null for nobody.</summary>
    public string? NameOf(Guid? id) => id is null ? null : _people?.NameOf(id) ?? "Somebody who left";

    /// <summary>Null when the id is nobody's here.</summary>
    public string? Known(Guid id) => _people?.NameOf(id);

    public IEnumerable<Person> Everybody() => _people?.All ?? [];

    /// <summary>Active people to choose from, of some roles or of all.</summary>
    public IEnumerable<SelectListItem> Choices(params string[] roles) =>
        (_people?.All ?? []).Where(p => p.IsActive && (roles.Length == 0 || roles.Contains(p.Role))).Select(p => new SelectListItem(p.Name, p.Id.ToString()));
}
