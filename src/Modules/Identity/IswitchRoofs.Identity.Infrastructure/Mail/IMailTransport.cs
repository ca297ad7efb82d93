using MimeKit;

namespace IswitchRoofs.Identity.Infrastructure.Mail;

/// <summary>How mails leave this machine.</summary>
internal interface IMailTransport
{
    /// <summary>Opens what several mails go through.</summary>
    Task<IMailSession> OpenAsync(CancellationToken ct);
}

internal interface IMailSession : IAsyncDisposable
{
    /// <summary>Done means that the other side took it.</summary>
    Task SendAsync(MimeMessage message, CancellationToken ct);

    /// <summary>False once the connection is gone: what follows needs a new one.</summary>
    bool IsOpen { get; }
}
