namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>What stands in a mailed link: signed, so that a guess does not even reach the database, and secret.</summary>
public interface ILinkTokens
{
    LinkToken Create(Guid linkId);

    /// <returns>Null for everything that was not made here.</returns>
    LinkToken? Read(string? token);
}

/// <param name="SecretHash">All that is stored.</param>
public sealed record LinkToken(Guid LinkId, string Text, byte[] SecretHash);
