using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Shared.Infrastructure.Persistence.Embedded;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace IswitchRoofs.Identity.Infrastructure.Mail;

/// <summary>The settings <c>Mail:*</c>.</summary>
internal sealed class MailSettings
{
    private const string DefaultFrom = "no-reply@iswitchroofs.example";

    public MailSettings(IConfiguration configuration, string contentRoot)
    {
        var section = configuration.GetSection("Mail");
        Directory = section["Directory"] is { Length: > 0 } folder
            ? Path.GetFullPath(folder, contentRoot)
            : Path.Combine(EmbeddedPostgresOptions.From(configuration, contentRoot).Directory, "mail");
        var from = section["From"] is { Length: > 0 } given ? given : DefaultFrom;
        if (!MailboxAddress.TryParse(from, out var sender)) throw new InvalidOperationException($"Mail:From is no mail address: {from}");
        Sender = sender;
        SmtpHost = section["Smtp:Host"] is { Length: > 0 } host ? host : null;
        SmtpPort = section.GetValue("Smtp:Port", 587);
        SmtpUser = section["Smtp:User"] is { Length: > 0 } user ? user : null;
        SmtpPassword = section["Smtp:Password"];
        Security = section["Smtp:Security"] switch
        {
            null or "" or "auto" => SecureSocketOptions.Auto,
            "none" => SecureSocketOptions.None,
            "starttls" => SecureSocketOptions.StartTls,
            "tls" => SecureSocketOptions.SslOnConnect,
            var other => throw new InvalidOperationException($"Mail:Smtp:Security is {other}, but must be auto, starttls, tls or none."),
        };
        if (SmtpUser is not null && SmtpPassword is null) throw new InvalidOperationException("Mail:Smtp:User needs Mail:Smtp:Password.");
    }

    /// <summary>Absolute.</summary>
    public string Directory { get; }

    /// <summary>As configured, perhaps without a name: see <see cref="FromOf"/>.</summary>
    public MailboxAddress Sender { get; }

    /// <summary>Null: mails land as files.</summary>
    public string? SmtpHost { get; }

    public int SmtpPort { get; }

    public string? SmtpUser { get; }

    public string? SmtpPassword { get; }

    public SecureSocketOptions Security { get; }

    /// <param name="company">Signs where the configured sender has no name.</param>
    public MailboxAddress FromOf(string company) => string.IsNullOrEmpty(Sender.Name) ? new MailboxAddress(company, Sender.Address) : Sender;

    public MailRoute RouteOf(string company) =>
        SmtpHost is null ? new MailRoute(false, Directory, FromOf(company).ToString()) : new MailRoute(true, $"{SmtpHost}:{SmtpPort}", FromOf(company).ToString());
}
