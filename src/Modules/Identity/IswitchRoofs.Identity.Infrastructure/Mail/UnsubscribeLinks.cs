using System.Security.Cryptography;
using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Identity.Application.Notifications;
using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.DataProtection;

namespace IswitchRoofs.Identity.Infrastructure.Mail;

/// <summary>Protected with the data-protection keys, of which old ones are kept: a link works as long as its mail lies around.</summary>
internal sealed class UnsubscribeLinks(IDataProtectionProvider protection, ISiteAddress site) : IUnsubscribeLinks
{
    private const char Separator = ' ';
    private readonly IDataProtector _protector = protection.CreateProtector("unsubscribe.v1");

    public string UrlFor(Guid userId, IReadOnlyList<string> types) =>
        site.UrlOf("/unsubscribe?t=" + _protector.Protect($"{userId:N}{Separator}{string.Join(Separator, types)}"));

    public Unsubscription? Read(string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 2_000) return null;
        try
        {
            var parts = _protector.Unprotect(token).Split(Separator);
            var types = parts[1..];
            return Guid.TryParse(parts[0], out var user) && types.Length > 0 && Array.TrueForAll(types, t => WireName.TryParse<NotificationType>(t, out _))
                ? new Unsubscription(user, types)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
