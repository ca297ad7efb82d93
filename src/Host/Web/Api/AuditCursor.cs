using System.Buffers.Text;
using System.Globalization;
using System.Text;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Host.Web.Api;

/// <summary>Where a page of the audit log ended.</summary>
internal static class AuditCursor
{
    public static string Of(AuditRecord entry) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{entry.At:O}|{entry.Id}")));

    public static (DateTimeOffset, Guid)? Read(string? cursor, Validation check)
    {
        if (cursor is null) return null;
        if (cursor.Length < 200 && Base64Url.IsValid(cursor)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('|') is [var at, var id]
            && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant) && Guid.TryParse(id, out var guid))
            return (instant.ToUniversalTime(), guid);
        check.Add("cursor", "is no cursor of this list: use next_cursor as it was answered.");
        return null;
    }
}
