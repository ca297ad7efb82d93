using System.Text.RegularExpressions;

namespace IswitchRoofs.Shared.Application.Paging;

/// <summary>Free text as the stored search text spells it: lower case, phone numbers as digits.</summary>
public static partial class SearchTerm
{
    public const int Longest = 100;

    public static string Normalize(string typed)
    {
        var text = typed.Trim().ToLowerInvariant();
        return PhoneLike().IsMatch(text) ? NotDigit().Replace(text, "") : text;
    }

    [GeneratedRegex(@"^\+?[0-9][0-9\s().\-]{3,}$|^\([0-9\s().\-]{3,}$")]
    private static partial Regex PhoneLike();

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NotDigit();
}
