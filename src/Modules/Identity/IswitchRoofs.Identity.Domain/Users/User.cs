using IswitchRoofs.Identity.Domain.Absences;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Domain.Users;

/// <summary>Somebody who works with the system. How they prove who they are is not kept here.</summary>
public sealed class User : AggregateRoot
{
    private User()
    {
        Email = "";
        Name = "";
    }

    public UserId Id { get; private set; }

    /// <summary>Lower case: addresses are compared without regard to it.</summary>
    public string Email { get; private set; }

    public string Name { get; private set; }

    public UserRole Role { get; private set; }

    public string? Phone { get; private set; }

    public bool IsActive { get; private set; }

    /// <summary>IANA name; null for the company's zone.</summary>
    public string? Timezone { get; private set; }

    public Availability Availability { get; private set; }

    /// <summary>One <see cref="WorkingDay"/> each; empty for the company's hours.</summary>
    public string[] WorkingHours { get; private set; } = [];

    public DateTimeOffset? LastLoginAt { get; private set; }

    public bool TwoFactorEnabled { get; private set; }

    /// <summary>Set until the invitation is accepted; until then the user is not active.</summary>
    public DateTimeOffset? InvitedAt { get; private set; }

    public static User Create(UserId id, string email, string name, UserRole role, string? phone) => new()
    {
        Id = id,
        Email = email,
        Name = name,
        Role = role,
        Phone = phone,
        IsActive = true,
        Availability = Availability.Available,
    };

    /// <summary>Somebody who counts only once they accept (U5): nobody assigns work to them, and an invited admin saves no last admin (U6).</summary>
    public static User Invite(UserId id, string email, string name, UserRole role, string? phone, DateTimeOffset now)
    {
        var user = Create(id, email, name, role, phone);
        user.IsActive = false;
        user.InvitedAt = now;
        return user;
    }

    public Result AcceptInvitation()
    {
        if (InvitedAt is null) return UserErrors.NotInvited();
        InvitedAt = null;
        IsActive = true;
        return Result.Success();
    }

    public Result InviteAgain(DateTimeOffset now)
    {
        if (InvitedAt is null) return UserErrors.NotInvited();
        InvitedAt = now;
        return Result.Success();
    }

    public void ChangeProfile(string name, string? phone, string? timezone)
    {
        Name = name;
        Phone = phone;
        Timezone = timezone;
    }

    /// <summary>Everything held by tokens and cookies of this user is void afterwards (U2): the caller ends the sessions.</summary>
    public void ChangeRole(UserRole role) => Role = role;

    /// <summary>Takes an open invitation back too.</summary>
    public void Deactivate()
    {
        IsActive = false;
        InvitedAt = null;
    }

    public Result Activate()
    {
        if (InvitedAt is not null) return UserErrors.InvitationPending();
        IsActive = true;
        return Result.Success();
    }

    public void SetSecondFactor(bool enabled) => TwoFactorEnabled = enabled;

    public void SetAvailability(Availability availability) => Availability = availability;

    /// <param name="days">At most one a weekday; none for the company's hours.</param>
    public void WorkAt(IEnumerable<WorkingDay> days) => WorkingHours = [.. days.OrderBy(d => d.Weekday).Select(d => d.ToString())];

    /// <summary>Tells the other modules when the user works.</summary>
    /// <param name="timeOff">All that is not over, as it will be saved.</param>
    public void AnnounceWorkingTime(IEnumerable<TimeOff> timeOff, DateTimeOffset now) =>
        Raise(new WorkingTimeChanged(now, Id, WorkingHours, [.. timeOff.OrderBy(t => t.StartsOn).ThenBy(t => t.EndsOn).Select(t => t.ToString())]));

    public void SignedIn(DateTimeOffset now) => LastLoginAt = now;

    /// <summary>Tells the other modules how the user stands now.</summary>
    /// <param name="teams">At least all teams that the user belongs to or manages.</param>
    public void Announce(IEnumerable<Team> teams, DateTimeOffset now)
    {
        var all = teams as IReadOnlyCollection<Team> ?? [.. teams];
        var own = all.Where(t => t.MemberIds.Contains(Id.Value)).OrderBy(t => t.Id.Value).ToArray();
        Raise(new UserChanged(
            now, Id, Name, Email, Role, IsActive, Availability,
            [.. own.Select(t => t.Id.Value)],
            [.. all.Where(t => t.ManagerId == Id.Value).Select(t => t.Id.Value).Order()],
            [.. own.SelectMany(t => t.Territories).Distinct().Order(StringComparer.Ordinal)],
            [.. own.SelectMany(t => t.Skills).Distinct().Order(StringComparer.Ordinal)]));
    }
}
