using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Shared.Application.Searching;

/// <summary>
/// What somebody typed into a search box: words that all have to occur and, when it looks like a phone number, its
/// digits as one word. Compare with a lower-case search column that holds phone numbers as bare digits.
/// </summary>
public sealed record FreeText(IReadOnlyList<string> Words, string? Digits)
{
    private const int LongestQuery = 200;
    private const int MostWords = 8;

    /// <returns>Null when there is nothing to search for.</returns>
    public static FreeText? Read(Validation validation, string field, string? typed)
    {
        var text = validation.Text(field, typed, LongestQuery);
        if (text is null || validation.Failed) return null;
        var words = text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords)
        {
            validation.Add(field, $"must have at most {MostWords} words.");
            return null;
        }

        var digits = text.All(c => char.IsAsciiDigit(c) || " +-.()/".Contains(c, StringComparison.Ordinal)) ? new string([.. text.Where(char.IsAsciiDigit)]) : "";
        return new FreeText(words, digits.Length >= 3 ? digits : null);
    }
}
