using IswitchRoofs.Identity.Application.Accounts;

namespace IswitchRoofs.Host.Realtime;

/// <summary>A session that ended hears nothing more.</summary>
internal sealed class EndedSessions(IRealtimeRevocation realtime) : ISessionEndListener
{
    public void SessionEnded(Guid sessionId) => realtime.DisconnectSession(sessionId);
}
