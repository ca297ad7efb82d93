namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Sessions whose tokens and cookies are void although they look good.</summary>
public interface IRevocations
{
    /// <summary>Tells this host at once; the others learn it from the database within seconds.</summary>
    void Announce(Guid sessionId);
}
