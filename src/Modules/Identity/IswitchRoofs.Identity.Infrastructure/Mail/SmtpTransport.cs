using MailKit.Net.Smtp;
using MimeKit;

namespace IswitchRoofs.Identity.Infrastructure.Mail;

internal sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    // Of each step; ten mails stay well inside a claim.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<IMailSession> OpenAsync(CancellationToken ct)
    {
        var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            using var limit = Limit(ct);
            await client.ConnectAsync(settings.SmtpHost!, settings.SmtpPort, settings.Security, limit.Token);
            if (settings.SmtpUser is { } user) await client.AuthenticateAsync(user, settings.SmtpPassword!, limit.Token);
            return new Session(client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static CancellationTokenSource Limit(CancellationToken ct)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        return limit;
    }

    private sealed class Session(SmtpClient client) : IMailSession
    {
        public bool IsOpen => client.IsConnected;

        public async Task SendAsync(MimeMessage message, CancellationToken ct)
        {
            using var limit = Limit(ct);
            await client.SendAsync(message, limit.Token);
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                // The server has what it took; a QUIT that goes nowhere changes nothing.
                using var limit = Limit(CancellationToken.None);
                if (client.IsConnected) await client.DisconnectAsync(quit: true, limit.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or MailKit.ProtocolException or MailKit.CommandException or System.Net.Sockets.SocketException)
            {
            }

            client.Dispose();
        }
    }
}
