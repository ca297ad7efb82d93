using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings.Users;

[Authorize(IdentityPermissions.ReadUsers)]
public sealed class DetailsModel(
    GetUserHandler read, GetTeamsOfUserHandler teams, ChangeUserHandler changing, SetUserActiveHandler activating, InviteAgainHandler inviting,
    ResetSecondFactorHandler resetting, IPhoneNumbers phones, ICurrentUser caller) : PageModel
{
    public UserDetails Person { get; private set; } = null!;

    public string TeamNames { get; private set; } = Words.None;

    [BindProperty]
    public UserForm Input { get; set; } = new();

    /// <summary>What the person saw when the form was opened: somebody else's change in between is not overwritten.</summary>
    [BindProperty]
    public uint Version { get; set; }

    public bool MayManage => caller.Has(IdentityPermissions.ManageUsers);

    public IEnumerable<SelectListItem> Roles => Choices.Of(UserChoices.Roles, Input.Role);

    public IEnumerable<SelectListItem> Availabilities => Choices.Of(UserChoices.Availabilities, Input.Availability);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var phone = Person.Phone is { } stored ? phones.Display(stored) : null;
        Input = new UserForm { Name = Person.Name, Role = Person.Role, Phone = phone, Timezone = Person.Timezone, Availability = Person.Availability };
        Version = Person.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!MayManage) return StatusCode(StatusCodes.Status403Forbidden);
        if (!await LoadAsync(id, ct)) return NotFound();
        var fields = new UserPatch
        {
            Name = new Optional<string?>(Input.Name),
            Role = new Optional<string?>(Input.Role),
            Phone = new Optional<string?>(Input.Phone),
            Timezone = new Optional<string?>(Input.Timezone),
            Availability = new Optional<string?>(Input.Availability),
        };
        var saved = await changing.HandleAsync(new ChangeUser(id, fields, Version), ct);
        if (saved.IsFailure)
        {
            ModelState.AddError(saved.Error, nameof(Input));
            return Page();
        }

        this.Toast($"{saved.Value.Name} is saved", detail: saved.Value.Role == Person.Role ? null : $"Now {Words.Of(saved.Value.Role)}, and signed out everywhere.");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostDeactivateAsync(Guid id, CancellationToken ct)
    {
        if (!MayManage) return StatusCode(StatusCodes.Status403Forbidden);
        if (!await LoadAsync(id, ct)) return NotFound();
        var done = await activating.HandleAsync(new SetUserActive(id, IsActive: false), ct);
        return Said(id, done, $"{Person.Name} is disabled", Person.IsActive ? Url.Page("Details", "Activate", new { id }) : null);
    }

    public async Task<IActionResult> OnPostActivateAsync(Guid id, CancellationToken ct)
    {
        if (!MayManage) return StatusCode(StatusCodes.Status403Forbidden);
        if (!await LoadAsync(id, ct)) return NotFound();
        return Said(id, await activating.HandleAsync(new SetUserActive(id, IsActive: true), ct), $"{Person.Name} can sign in again", undo: null);
    }

    public async Task<IActionResult> OnPostInviteAsync(Guid id, CancellationToken ct)
    {
        if (!MayManage) return StatusCode(StatusCodes.Status403Forbidden);
        if (!await LoadAsync(id, ct)) return NotFound();
        return Said(id, await inviting.HandleAsync(new InviteAgain(id), ct), $"A new invitation goes to {Person.Email}", undo: null);
    }

    public async Task<IActionResult> OnPostResetSecondFactorAsync(Guid id, CancellationToken ct)
    {
        if (!MayManage) return StatusCode(StatusCodes.Status403Forbidden);
        if (!await LoadAsync(id, ct)) return NotFound();
        return Said(id, await resetting.HandleAsync(new ResetSecondFactor(id), ct), $"The second factor of {Person.Name} is reset", undo: null);
    }

    private RedirectToPageResult Said(Guid id, Result<UserDetails> done, string text, string? undo)
    {
        if (done.IsFailure) this.Toast("That was not done", kind: "danger", detail: done.Error.Detail);
        else this.Toast(text, undoUrl: undo);
        return RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var user = await read.HandleAsync(new GetUser(id), ct);
        if (user.IsFailure) return false;
        Person = user.Value;
        var own = await teams.HandleAsync(new GetTeamsOfUser(id), ct);
        if (own.IsSuccess && own.Value.Count > 0) TeamNames = string.Join(", ", own.Value.Select(t => t.IsManager ? $"{t.Name} (manager)" : t.Name));
        return true;
    }

    public sealed class UserForm
    {
        public string? Name { get; set; }

        public string? Role { get; set; }

        public string? Phone { get; set; }

        public string? Timezone { get; set; }

        public string? Availability { get; set; }
    }
}
