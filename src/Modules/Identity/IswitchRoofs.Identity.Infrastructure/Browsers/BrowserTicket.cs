namespace IswitchRoofs.Identity.Infrastructure.Browsers;

/// <summary>What a browser's cookie stands for; the cookie itself holds only the session's id.</summary>
internal sealed class BrowserTicket
{
    public required Guid SessionId { get; init; }

    /// <summary>Protected with the data-protection keys.</summary>
    public required byte[] Content { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }
}
