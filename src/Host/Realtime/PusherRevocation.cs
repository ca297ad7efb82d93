namespace IswitchRoofs.Host.Realtime;

/// <summary>
/// A Channels application keeps a private subscription until the socket ends and offers no way to end it from here
/// (ADR 0003). Payloads carry no personal data and every page refetches through the live permission.
/// </summary>
internal sealed class PusherRevocation : IRealtimeRevocation
{
    public void DisconnectUser(Guid userId)
    {
    }

    public void DisconnectSession(Guid sessionId)
    {
    }
}
