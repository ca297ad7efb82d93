using System.Text;

namespace IswitchRoofs.Leads.Domain.Duplicates;

/// <summary>An address reduced to what makes two of them equal: letters and digits, and the five-digit ZIP.</summary>
public static class AddressKey
{
    public static string? Of(string? address, string? zipCode)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        var key = new StringBuilder(address.Length + 6);
        foreach (var c in address.Where(char.IsLetterOrDigit)) key.Append(char.ToLowerInvariant(c));
        return key.Append('|').Append(zipCode is { Length: >= 5 } ? zipCode[..5] : "").ToString();
    }
}
