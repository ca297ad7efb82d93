using System.Globalization;
using System.Text;

namespace IswitchRoofs.Leads.Domain.Partners;

/// <summary>How a partner's code looks: lower-case letters, digits and single dashes, so that it can be said, typed and put into an address.</summary>
public static class PartnerCodes
{
    public const int Shortest = 3;
    public const int Longest = 40;
    private const string Unnamed = "partner";

    public static bool IsValid(string code) =>
        code.Length is >= Shortest and <= Longest && code.All(c => c == '-' || char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
        && code[0] != '-' && code[^1] != '-' && !code.Contains("--", StringComparison.Ordinal);

    /// <summary>Of a company's name, free of what is taken already: <c>great-lakes-insurance</c>, then <c>great-lakes-insurance-2</c>.</summary>
    public static string Of(string companyName, IReadOnlySet<string> taken)
    {
        var name = Slug(companyName);
        var code = name;
        for (var number = 2; taken.Contains(code); number++) code = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        return code;
    }

    /// <summary>The code that a company's name gives, taken or not.</summary>
    public static string Slug(string companyName)
    {
        // Room is left for a number.
        const int room = Longest - 6;
        var slug = new StringBuilder(room);
        foreach (var c in companyName.Normalize(NormalizationForm.FormD))
        {
            if (slug.Length == room) break;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not '\'' and not '.' && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var code = slug.ToString().TrimEnd('-');
        return code.Length >= Shortest ? code : code.Length == 0 ? Unnamed : $"{Unnamed}-{code}";
    }
}
