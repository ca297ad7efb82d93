using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application.Persistence;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Makes the links that set a password, each new one closing those before it; saved with the use case's other changes.</summary>
public sealed class AccountLinks(IRepository<AccountLink> links, ILinkTokens tokens, ISiteAddress address, TimeProvider clock)
{
    public Task<string> InviteAsync(Guid userId, CancellationToken ct) => IssueAsync(userId, LinkPurpose.Invite, "/accept-invitation", ct);

    public Task<string> ResetAsync(Guid userId, CancellationToken ct) => IssueAsync(userId, LinkPurpose.Reset, "/reset-password", ct);

    private async Task<string> IssueAsync(Guid userId, LinkPurpose purpose, string page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var user = UserId.From(userId);
        foreach (var older in await links.ListAsync(new OpenLinks(user), ct)) older.Close(now);
        var id = AccountLinkId.New(now);
        var token = tokens.Create(id.Value);
        links.Add(AccountLink.Issue(id, user, purpose, token.SecretHash, now));
        return address.UrlOf($"{page}?token={token.Text}");
    }
}
