namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Hears, on every host and within seconds, that a session ended before its time: what is still open for it must close.</summary>
public interface ISessionEndListener
{
    void SessionEnded(Guid sessionId);
}
