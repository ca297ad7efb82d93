using System.Diagnostics.CodeAnalysis;

namespace IswitchRoofs.Identity.Application.Mail;

/// <summary>Mails leave in the background: no request waits for a mail server.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue, though not a collection.")]
public interface IMailQueue
{
    /// <summary>Adds it to the current unit of work: it goes out when that is saved, and only then.</summary>
    void Enqueue(OutgoingMail mail);
}

/// <param name="ToName">May be empty.</param>
/// <param name="Html">A whole document, as <see cref="MailLayout"/> makes it.</param>
/// <param name="Text">The same for those who read text.</param>
/// <param name="Type">What kind of mail, for lists and figures: <c>invite</c>, <c>password_reset</c>.</param>
/// <param name="UserId">The user it is for, if any.</param>
/// <param name="UnsubscribeUrl">Goes into the one-click headers of RFC 8058; none for mails that somebody asked for.</param>
/// <param name="DedupeKey">Two mails with one key cannot exist: the second save is refused.</param>
public sealed record OutgoingMail(
    string ToAddress, string ToName, string Subject, string Html, string Text,
    string Type = "account", Guid? UserId = null, string? UnsubscribeUrl = null, string? DedupeKey = null);
