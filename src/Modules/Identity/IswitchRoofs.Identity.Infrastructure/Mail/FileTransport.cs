using System.Globalization;
using MimeKit;

namespace IswitchRoofs.Identity.Infrastructure.Mail;

/// <summary>Without a mail server: one <c>.eml</c> file for each mail, which any mail program opens.</summary>
internal sealed class FileTransport(MailSettings settings) : IMailTransport
{
    public Task<IMailSession> OpenAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(settings.Directory);
        return Task.FromResult<IMailSession>(new Session(settings.Directory));
    }

    private sealed class Session(string folder) : IMailSession
    {
        public bool IsOpen => true;

        public async Task SendAsync(MimeMessage message, CancellationToken ct)
        {
            // The same mail written again replaces itself, and nobody sees half a file.
            var name = $"{message.Date.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{message.MessageId!.Split('@')[0]}.eml";
            var target = Path.Combine(folder, name);
            await message.WriteToAsync(target + ".part", ct);
            File.Move(target + ".part", target, overwrite: true);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
