namespace IswitchRoofs.Host.Realtime;

/// <summary>
/// Ends live subscriptions whose right may have ended: a user deactivated, moved to another team or role; a session
/// signed out. Clients come back after a second and are authorised anew for what they may still hear.
/// </summary>
internal interface IRealtimeRevocation
{
    void DisconnectUser(Guid userId);

    void DisconnectSession(Guid sessionId);
}
