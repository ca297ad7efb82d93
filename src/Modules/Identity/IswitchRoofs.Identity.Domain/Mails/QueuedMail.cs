using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Domain.Mails;

/// <summary>A mail on its way out. Its id is its Message-Id, so that a mail server can tell a repetition from a second mail.</summary>
public sealed class QueuedMail : AggregateRoot
{
    public const int LongestSubject = 300;
    public const int LongestError = 1_000;

    /// <summary>How long it rests after the first, second and third refusal; after the fourth it has failed.</summary>
    public static readonly IReadOnlyList<TimeSpan> Rests = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];

    private QueuedMail()
    {
        Type = "";
        ToAddress = "";
        ToName = "";
        Subject = "";
        Html = "";
        Text = "";
    }

    public MailId Id { get; private set; }

    /// <summary>What kind of mail, e.g. <c>invite</c> or the type of the notification it tells of.</summary>
    public string Type { get; private set; }

    /// <summary>Whom it is for, when it is for a user.</summary>
    public Guid? UserId { get; private set; }

    public string ToAddress { get; private set; }

    public string ToName { get; private set; }

    public string Subject { get; private set; }

    public string Html { get; private set; }

    public string Text { get; private set; }

    /// <summary>Goes into the headers of RFC 8058.</summary>
    public string? UnsubscribeUrl { get; private set; }

    public string? DedupeKey { get; private set; }

    /// <summary>Counted when a sender takes it up, so that one that dies over it counts too.</summary>
    public int Attempts { get; private set; }

    /// <summary>Null once it is sent or has failed.</summary>
    public DateTimeOffset? NextTryAt { get; private set; }

    /// <summary>Until then one sender has it for itself.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? FailedAt { get; private set; }

    public string? LastError { get; private set; }

    public static QueuedMail To(
        string address, string name, string type, string subject, string html, string text, DateTimeOffset now,
        Guid? userId = null, string? unsubscribeUrl = null, string? dedupeKey = null) => new()
        {
            Id = MailId.New(now),
            Type = type,
            UserId = userId,
            ToAddress = address,
            ToName = name,
            Subject = Shortened(subject, LongestSubject),
            Html = html,
            Text = text,
            UnsubscribeUrl = unsubscribeUrl,
            DedupeKey = dedupeKey,
            NextTryAt = now,
        };

    /// <summary>The body goes: it may hold links that let somebody in.</summary>
    public void MarkSent(DateTimeOffset now)
    {
        SentAt = now;
        NextTryAt = null;
        ClaimedUntil = null;
        LastError = null;
        Html = "";
        Text = "";
    }

    /// <returns>True when it is tried no more.</returns>
    public bool Refused(string error, DateTimeOffset now)
    {
        ClaimedUntil = null;
        LastError = Shortened(error, LongestError);
        if (Attempts <= Rests.Count)
        {
            NextTryAt = now + Rests[Math.Max(Attempts, 1) - 1];
            return false;
        }

        NextTryAt = null;
        FailedAt = now;
        return true;
    }

    /// <summary>Taken up but not tried: the sender has to stop.</summary>
    public void GiveBack()
    {
        ClaimedUntil = null;
        Attempts--;
    }

    /// <summary>Somebody saw the failure and wants it sent all the same.</summary>
    public Result TryAgain(DateTimeOffset now)
    {
        if (FailedAt is null) return MailErrors.NotFailed();
        FailedAt = null;
        Attempts = 0;
        NextTryAt = now;
        return Result.Success();
    }

    private static string Shortened(string text, int longest) => text.Length > longest ? text[..(longest - 1)] + "…" : text;
}
