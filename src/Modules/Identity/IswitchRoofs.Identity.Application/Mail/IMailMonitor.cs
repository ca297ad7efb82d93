namespace IswitchRoofs.Identity.Application.Mail;

/// <summary>How the mails fare.</summary>
public interface IMailMonitor
{
    /// <summary>Where mails go, e.g. <c>smtp.example.com:587</c> or a folder.</summary>
    MailRoute Route { get; }

    Task<MailState> ReadAsync(CancellationToken ct);
}

/// <param name="Smtp">False when mails land as files in a folder.</param>
/// <param name="Target">Host and port, or the folder.</param>
/// <param name="From">As receivers see it.</param>
public sealed record MailRoute(bool Smtp, string Target, string From);

/// <param name="OldestDueSeconds">How long the oldest mail has been due; 0 when none is.</param>
public sealed record MailState(int Waiting, double OldestDueSeconds, int SentLastDay, int Failed, int FailedLastDay);
