namespace IswitchRoofs.Identity.Application.Notifications;

/// <summary>Signed links that need no sign-in (RFC 8058).</summary>
public interface IUnsubscribeLinks
{
    string UrlFor(Guid userId, IReadOnlyList<string> types);

    /// <returns>Null when we never made it.</returns>
    Unsubscription? Read(string? token);
}

/// <param name="Types">Wire names.</param>
public sealed record Unsubscription(Guid UserId, IReadOnlyList<string> Types);
