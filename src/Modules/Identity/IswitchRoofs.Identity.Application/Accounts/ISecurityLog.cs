namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Sign-ins, failures, lockouts and the like, in the audit trail; saved with the use case's other changes.</summary>
public interface ISecurityLog
{
    /// <param name="action">E.g. <c>signed_in</c>.</param>
    void Record(string action, Guid? userId, string? note = null);
}
