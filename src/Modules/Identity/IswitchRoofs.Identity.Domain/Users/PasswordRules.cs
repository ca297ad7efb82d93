using System.Collections.Frozen;
using System.Text;

namespace IswitchRoofs.Identity.Domain.Users;

/// <summary>U1: long enough, not what everybody takes, not the person's own name. No composition rules: they make passwords worse.</summary>
public static class PasswordRules
{
    public const int FewestBytes = 12;

    /// <summary>bcrypt ignores what comes later: longer ones are refused, not cut.</summary>
    public const int MostBytes = 72;

    // Short names and addresses occur by chance in good passwords.
    private const int ShortestTell = 4;

    private static readonly FrozenSet<string> Common = CommonPasswords.List.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <returns>What is wrong with it; empty when it may be used.</returns>
    public static IReadOnlyList<string> Objections(string password, string email, string name)
    {
        var objections = new List<string>();
        var bytes = Encoding.UTF8.GetByteCount(password);
        if (bytes < FewestBytes) objections.Add($"must be at least {FewestBytes} characters long.");
        if (bytes > MostBytes) objections.Add($"must be at most {MostBytes} bytes long.");
        if (password.Contains('\0', StringComparison.Ordinal)) objections.Add("must not contain NUL characters.");
        if (Common.Contains(password) || password.Distinct().Count() < 4) objections.Add("is one that many people use: choose another.");
        if (Tells(email, name).Any(t => password.Contains(t, StringComparison.OrdinalIgnoreCase)))
            objections.Add("must not contain your name or e-mail address.");
        return objections;
    }

    private static IEnumerable<string> Tells(string email, string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Append(name.Replace(" ", "", StringComparison.Ordinal))
            .Append(email.Split('@')[0])
            .Append(email)
            .Where(t => t.Length >= ShortestTell);
}
