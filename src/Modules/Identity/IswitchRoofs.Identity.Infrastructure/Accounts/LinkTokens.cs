using System.Buffers.Text;
using System.Security.Cryptography;
using IswitchRoofs.Identity.Application.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace IswitchRoofs.Identity.Infrastructure.Accounts;

/// <summary>Sealed with the data-protection keys, which all hosts share: the link's id and 256 random bits.</summary>
internal sealed class LinkTokens(IDataProtectionProvider protection) : ILinkTokens
{
    private const int IdLength = 16;
    private const int SecretLength = 32;
    private const int LongestToken = 1_000;
    private readonly IDataProtector _protector = protection.CreateProtector("IswitchRoofs.AccountLink");

    public LinkToken Create(Guid linkId)
    {
        var content = new byte[IdLength + SecretLength];
        linkId.TryWriteBytes(content);
        RandomNumberGenerator.Fill(content.AsSpan(IdLength));
        return new LinkToken(linkId, Base64Url.EncodeToString(_protector.Protect(content)), Hash(content));
    }

    public LinkToken? Read(string? token)
    {
        if (token is not { Length: > 0 and <= LongestToken } || !Base64Url.IsValid(token)) return null;
        try
        {
            var content = _protector.Unprotect(Base64Url.DecodeFromChars(token));
            return content.Length == IdLength + SecretLength ? new LinkToken(new Guid(content.AsSpan(0, IdLength)), token, Hash(content)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Hash(byte[] content) => SHA256.HashData(content.AsSpan(IdLength));
}
