namespace IswitchRoofs.Identity.Domain.Accounts;

public enum LinkPurpose
{
    /// <summary>Accept an invitation with a first password.</summary>
    Invite,

    /// <summary>Replace a forgotten password.</summary>
    Reset,
}
