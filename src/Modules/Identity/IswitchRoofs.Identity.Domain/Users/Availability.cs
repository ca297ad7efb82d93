namespace IswitchRoofs.Identity.Domain.Users;

/// <summary>Whether a person can take new work right now; said by the person, not computed.</summary>
public enum Availability
{
    Available,
    Busy,
    InField,
    OffDuty,
}
