using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Mails;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Mail;

/// <summary>A mail to oneself, to see that mails arrive.</summary>
public sealed record SendTestMail;

/// <param name="Address">Where it goes.</param>
public sealed record TestMail(string Address);

public sealed class SendTestMailHandler(
    IReadRepository<User> users, IRepository<QueuedMail> mails, MailLayout layout, ISiteAddress site, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<TestMail>> HandleAsync(SendTestMail command, CancellationToken ct)
    {
        if (caller.Id is not { } id || await users.FirstOrDefaultAsync(new UserById(id), ct) is not { } user) return AccountErrors.NotSignedIn();
        var body = layout.Compose(
            "Mail works", ["You asked for this mail in the settings.", "If its links open the right place, the public address is set right too."], new MailLink("Open the settings", site.UrlOf("/Settings/Mail")));
        mails.Add(QueuedMail.To(user.Email, user.Name, "test", $"A test mail of {layout.Company}", body.Html, body.Text, clock.GetUtcNow(), id));
        await mails.SaveChangesAsync(ct);
        return new TestMail(user.Email);
    }
}
