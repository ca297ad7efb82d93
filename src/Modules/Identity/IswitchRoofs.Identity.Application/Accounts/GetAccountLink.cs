using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Whose link it is, before a password is typed for nothing.</summary>
public sealed record GetAccountLink(string? Token);

/// <param name="Purpose"><c>invite</c> or <c>reset</c>.</param>
public sealed record AccountLinkOwner(string Purpose, string Name, string Email);

public sealed class GetAccountLinkHandler(IRepository<AccountLink> links, IReadRepository<User> users, ILinkTokens tokens, TimeProvider clock) : IUseCase
{
    public async Task<Result<AccountLinkOwner>> HandleAsync(GetAccountLink request, CancellationToken ct)
    {
        var token = tokens.Read(request.Token);
        var link = token is null ? null : await links.FindAsync(AccountLinkId.From(token.LinkId), ct);
        if (link?.IsGood(token!.SecretHash, clock.GetUtcNow()) is not true) return AccountErrors.InvalidLink();
        var user = await users.FirstOrDefaultAsync(new UserById(link.UserId.Value), ct);
        return user is null ? AccountErrors.InvalidLink() : new AccountLinkOwner(WireName.Of(link.Purpose), user.Name, user.Email);
    }
}
