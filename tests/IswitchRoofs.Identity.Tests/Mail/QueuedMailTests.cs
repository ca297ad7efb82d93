using IswitchRoofs.Identity.Domain.Mails;

namespace IswitchRoofs.Identity.Tests.Mail;

public sealed class QueuedMailTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_new_mail_is_due_at_once() => Waiting().NextTryAt.ShouldBe(Now);

    [Fact]
    public void A_sent_mail_keeps_no_body_since_it_may_hold_a_secret_link()
    {
        var mail = Waiting();

        mail.MarkSent(Now);

        mail.SentAt.ShouldBe(Now);
        mail.NextTryAt.ShouldBeNull();
        (mail.Html + mail.Text).ShouldBeEmpty();
    }

    [Fact]
    public void A_mail_that_was_sent_cannot_be_tried_again()
    {
        var mail = Waiting();
        mail.MarkSent(Now);

        mail.TryAgain(Now).Error.ShouldNotBeNull().Code.ShouldBe("mails.not_failed");
    }

    [Fact]
    public void A_subject_of_any_length_fits() =>
        QueuedMail.To("ann@example.com", "Ann", "invite", new string('x', 1_000), "", "", Now).Subject.Length.ShouldBe(QueuedMail.LongestSubject);

    private static QueuedMail Waiting() => QueuedMail.To("ann@example.com", "Ann", "invite", "Welcome", "<p>Hello</p>", "Hello", Now);
}
