using IswitchRoofs.Identity.Application.Users;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings.Users;

/// <summary>How somebody stands, in a word and a colour.</summary>
internal static class UserBadge
{
    public static (string Word, string Tone) Of(UserDetails user) =>
        user.InvitedAt is not null ? ("Invited", "amber") : user.IsActive ? ("Active", "green") : ("Disabled", "gray");
}
