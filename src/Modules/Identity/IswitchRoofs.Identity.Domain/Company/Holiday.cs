using System.Globalization;

namespace IswitchRoofs.Identity.Domain.Company;

/// <summary>A day on which the company is closed, stored as <c>2026-12-25 Christmas Day</c>.</summary>
public readonly record struct Holiday(DateOnly Date, string? Name)
{
    private const int DateLength = 10;

    public string Day => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Holiday Parse(string text) => new(
        DateOnly.ParseExact(text[..DateLength], "yyyy-MM-dd", CultureInfo.InvariantCulture), text.Length > DateLength ? text[(DateLength + 1)..] : null);

    public override string ToString() => Name is null ? Day : $"{Day} {Name}";
}
