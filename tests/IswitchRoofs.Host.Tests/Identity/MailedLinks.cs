using System.Text.RegularExpressions;
using IswitchRoofs.Shared.Infrastructure.Persistence.Embedded;
using IswitchRoofs.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IswitchRoofs.Host.Tests.Identity;

/// <summary>Reads mails as people do: after they were sent, where they landed.</summary>
internal static partial class MailedLinks
{
    /// <summary>The token of the newest link that went to the address.</summary>
    internal static async Task<string> TokenMailedAsync(this HostFixture host, string email) =>
        Token().Match(await host.LinkMailedAsync(email)).Groups[1].Value;

    /// <summary>The newest link that went to the address, as in the mail's text.</summary>
    internal static async Task<string> LinkMailedAsync(this HostFixture host, string email)
    {
        string? id = null;
        await Eventually.HoldsAsync(
            async () => (id = await host.Database.ScalarAsync<string>(
                $"SELECT replace(id::text, '-', '') FROM identity.mails WHERE to_address = '{email}' AND type IN ('invite', 'password_reset') AND sent_at IS NOT NULL ORDER BY created_at DESC, id DESC LIMIT 1")) is not null,
            $"a mail went to {email}", TimeSpan.FromSeconds(20));
        var configuration = host.Services.GetRequiredService<IConfiguration>();
        var root = host.Services.GetRequiredService<IHostEnvironment>().ContentRootPath;
        var folder = configuration["Mail:Directory"] is { Length: > 0 } given
            ? Path.GetFullPath(given, root)
            : Path.Combine(EmbeddedPostgresOptions.From(configuration, root).Directory, "mail");
        var file = Directory.GetFiles(folder, $"*-{id}.eml").ShouldHaveSingleItem();
        var text = (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n").Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        return Link().Match(text).Value;
    }

    [GeneratedRegex("https?://[^\\s\"<]+[?]token=[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    [GeneratedRegex("token=([A-Za-z0-9_-]+)")]
    private static partial Regex Token();
}
