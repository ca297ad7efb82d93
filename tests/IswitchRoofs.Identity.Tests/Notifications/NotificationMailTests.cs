using IswitchRoofs.Identity.Application.Notifications;
using IswitchRoofs.Identity.Infrastructure.Mail;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.TestKit;
using MassTransit.Mediator;
using MimeKit;

namespace IswitchRoofs.Identity.Tests.Notifications;

/// <summary>From event to mail server, with the clock moved by hand.</summary>
public sealed class NotificationMailTests : IAsyncLifetime
{
    private readonly SmtpServer _smtp = SmtpServer.Start();
    private readonly Guid _lead = Guid.CreateVersion7();
    private IdentityServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await IdentityServer.StartAsync(new()
        {
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = _smtp.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Site:Url"] = "https://crm.example",
        });

        // The tests say when it is time to send.
        await _server.Service<MailSender>().StopAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _smtp.DisposeAsync();
    }

    [Fact]
    public async Task The_assignee_gets_a_mail_with_a_way_to_the_lead_and_a_way_out()
    {
        await PublishAsync(Assigned("Ann <b>Lee</b>"));
        await PassAsync(TimeSpan.FromSeconds(61));

        var message = Parse(_smtp.Received.ShouldHaveSingleItem());
        message.To.Mailboxes.Single().Address.ShouldBe("sales@iswitchroofs.example");
        message.Subject.ShouldBe("New lead for you: Ann <b>Lee</b>");
        message.HtmlBody.ShouldNotBeNull().ShouldContain("Ann &lt;b&gt;Lee&lt;/b&gt;");
        message.TextBody.ShouldNotBeNull().ShouldContain("https://crm.example/Notifications?handler=Open&id=");
        message.Headers["List-Unsubscribe"].ShouldStartWith("<https://crm.example/unsubscribe?t=");
        message.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        (await _server.Database.ScalarAsync<string>("SELECT state FROM identity.notification_mails")).ShouldBe("sent");
    }

    [Fact]
    public async Task A_burst_about_one_record_is_one_mail_and_another_record_is_another()
    {
        await PublishAsync(Assigned("Ann Lee"));
        _server.Clock.Advance(TimeSpan.FromSeconds(40));
        await PublishAsync(Assigned("Ann Lee"));
        await PublishAsync(Assigned("Bob Ray", Guid.CreateVersion7()));
        await PublishAsync(Assigned("Ann Lee"));
        await PassAsync(TimeSpan.FromSeconds(21));
        await PassAsync(TimeSpan.FromSeconds(60));

        _smtp.Received.Select(m => Parse(m).Subject).ShouldBe(["New lead for you: Ann Lee (and 2 more)", "New lead for you: Bob Ray"]);
        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.notifications")).ShouldBe(4);
    }

    [Fact]
    public async Task Two_hosts_mail_each_notification_once()
    {
        for (var i = 0; i < 20; i++) await PublishAsync(Assigned($"Lead {i}", Guid.CreateVersion7()));
        await using var other = await _server.StartAnotherAsync();
        await other.Service<MailSender>().StopAsync(CancellationToken.None);
        _server.Clock.Advance(TimeSpan.FromSeconds(61));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => MailAsync(i % 2 == 0 ? _server : other))));
        await MailAsync(_server);

        _smtp.Received.Count.ShouldBe(20);
        _smtp.Received.Select(m => Parse(m).Subject).Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public async Task What_was_muted_or_unsubscribed_while_it_waited_is_not_mailed()
    {
        await PublishAsync(Assigned("Ann Lee"));
        await _server.AsSystemAsync<UnsubscribeHandler, bool>(async handler =>
            (await handler.HandleAsync(new Unsubscribe(TokenOf(_server.Service<IUnsubscribeLinks>().UrlFor(DemoPeople.Sales, ["lead_assigned"]))), CancellationToken.None)).IsSuccess);
        await PassAsync(TimeSpan.FromSeconds(61));
        await PublishAsync(Assigned("Bob Ray", Guid.CreateVersion7()));
        await PassAsync(TimeSpan.FromSeconds(61));

        _smtp.Received.ShouldBeEmpty();
        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.notifications WHERE in_app AND read_at IS NULL")).ShouldBe(2);
        (await _server.Database.ScalarAsync<string>("SELECT string_agg(state, ',') FROM identity.notification_mails")).ShouldBe("dropped");
    }

    [Fact]
    public async Task Quiet_hours_that_began_while_it_waited_hold_a_mail_back_but_not_a_hot_lead()
    {
        await PublishAsync(Assigned("Ann Lee"));
        await PublishAsync(Assigned("Bob Ray", Guid.CreateVersion7()) with { Temperature = "hot" });
        await _server.Database.ExecuteAsync($"INSERT INTO identity.notification_preferences (user_id, in_app, email, muted_types, unsubscribed_types, quiet_from, quiet_to, timezone, digest, created_at, updated_at) VALUES ('{DemoPeople.Sales}', true, true, '{{}}', '{{}}', '00:00', '23:59:59.999999', 'UTC', 'off', now(), now())");
        await PassAsync(TimeSpan.FromSeconds(61));

        Parse(_smtp.Received.ShouldHaveSingleItem()).Subject.ShouldBe("Hot lead for you: Bob Ray");
        await PassAsync(TimeSpan.FromDays(1));
        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.notification_mails WHERE state = 'waiting'")).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_who_left_gets_no_more_mails()
    {
        await PublishAsync(Assigned("Ann Lee"));
        await _server.Database.ExecuteAsync($"UPDATE identity.users SET is_active = false WHERE id = '{DemoPeople.Sales}'");
        await PassAsync(TimeSpan.FromSeconds(61));

        _smtp.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_happened_days_ago_is_listed_but_not_mailed()
    {
        await PublishAsync(Assigned("Ann Lee") with { OccurredAt = _server.Clock.GetUtcNow().AddDays(-2) });
        await PassAsync(TimeSpan.FromSeconds(61));

        _smtp.Received.ShouldBeEmpty();
        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.notifications")).ShouldBe(1);
    }

    [Fact]
    public async Task With_the_bell_off_a_notification_is_mailed_and_stands_in_no_list()
    {
        await _server.Database.ExecuteAsync($"INSERT INTO identity.notification_preferences (user_id, in_app, email, muted_types, unsubscribed_types, digest, created_at, updated_at) VALUES ('{DemoPeople.Sales}', false, true, '{{}}', '{{}}', 'off', now(), now())");
        await PublishAsync(Assigned("Ann Lee"));
        await PassAsync(TimeSpan.FromSeconds(61));

        _smtp.Received.ShouldHaveSingleItem();
        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.notifications WHERE in_app OR read_at IS NULL")).ShouldBe(0);
        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.outbox_messages WHERE type = 'identity.notification-added.v1'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_link_that_is_not_ours_unsubscribes_nobody()
    {
        var refused = await _server.AsSystemAsync<UnsubscribeHandler, string>(async handler =>
            (await handler.HandleAsync(new Unsubscribe("CfDJ8nonsense"), CancellationToken.None)).Error?.Code ?? "");

        refused.ShouldBe("notifications.link_unknown");
    }

    private LeadAssigned Assigned(string name, Guid? lead = null)
    {
        var now = _server.Clock.GetUtcNow();
        return new LeadAssigned(Uuid.New(now), now, lead ?? _lead, name, DemoPeople.Sales, null, "warm", 61, "website_form", [], null);
    }

    private async Task PublishAsync(LeadAssigned message) => await _server.Service<IMediator>().Publish(message);

    private async Task PassAsync(TimeSpan time)
    {
        _server.Clock.Advance(time);
        await MailAsync(_server);
    }

    private static async Task MailAsync(IdentityServer server)
    {
        var sender = server.Service<MailSender>();
        while (await sender.ComposeDueAsync(CancellationToken.None) > 0)
        {
        }

        while (await sender.SendDueAsync(CancellationToken.None) > 0)
        {
        }
    }

    private static string TokenOf(string url) => url[(url.IndexOf("t=", StringComparison.Ordinal) + 2)..];

    private static MimeMessage Parse(ReceivedMail mail) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(mail.Content)));
}
