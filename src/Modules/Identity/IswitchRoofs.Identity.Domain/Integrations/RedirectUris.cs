namespace IswitchRoofs.Identity.Domain.Integrations;

/// <summary>Where a sign-in may lead back to (RFC 8252, RFC 9700): nothing that another program could listen at.</summary>
public static class RedirectUris
{
    public const int Most = 10;
    public const int Longest = 500;

    /// <returns>What is wrong with it; null when it may be used.</returns>
    public static string? Objection(string uri)
    {
        if (uri.Length > Longest) return $"must be at most {Longest} characters long.";
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || uri.Any(char.IsWhiteSpace)) return "must be an absolute address such as https://app.example.com/callback.";
        if (parsed.Fragment.Length > 0 || uri.EndsWith('#')) return "must not have a fragment (#...).";
        if (parsed.UserInfo.Length > 0) return "must not contain a user name.";
        if (parsed.Scheme == Uri.UriSchemeHttps) return null;
        if (parsed.Scheme == Uri.UriSchemeHttp) return parsed.IsLoopback ? null : "must use https, unless it is on the person's own device (http://127.0.0.1).";

        // An app's own scheme is a domain name turned round; scripts and files have no dot.
        return parsed.Scheme.Contains('.', StringComparison.Ordinal) ? null : "must use https, or a scheme of the app's own such as com.example.app:/callback.";
    }
}
