using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Identity.Domain.Users;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>What is written to people about their accounts.</summary>
internal static class AccountMails
{
    public static OutgoingMail Invitation(MailLayout layout, User user, string inviter, string link) => To(
        user, "invite", $"Your account at {layout.Company}",
        layout.Compose(
            $"Welcome, {user.Name}", [$"{inviter} invited you to work with {layout.Company}. Choose a password to begin."], new MailLink("Accept the invitation", link),
            "The link works once, for 72 hours. If you did not expect this, you need not do anything."));

    public static OutgoingMail Reset(MailLayout layout, User user, string link) => To(
        user, "password_reset", "Choose a new password",
        layout.Compose(
            "Choose a new password", ["Somebody, probably you, asked for a new password for your account."], new MailLink("Choose a new password", link),
            "The link works once, for one hour. If it was not you, you need not do anything: your password stays as it is."));

    public static OutgoingMail PasswordChanged(MailLayout layout, User user) => To(
        user, "password_changed", "Your password was changed",
        layout.Compose(
            "Your password was changed",
            ["The password of your account was changed just now, and your other devices were signed out.",
             "If it was not you, choose \"Forgot your password?\" on the sign-in page at once and tell an administrator."]));

    private static OutgoingMail To(User user, string type, string subject, MailBody body) =>
        new(user.Email, user.Name, subject, body.Html, body.Text, type, user.Id.Value);
}
