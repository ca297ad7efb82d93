using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Identity.Infrastructure.Mail;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.TestKit;
using MimeKit;

namespace IswitchRoofs.Identity.Tests.Mail;

/// <summary>Against a mail server that goes down and comes back; minutes pass by moving the clock.</summary>
public sealed partial class SendingTests : IAsyncLifetime
{
    private readonly SmtpServer _smtp = SmtpServer.Start();
    private IdentityServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await IdentityServer.StartAsync(new()
        {
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = _smtp.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Mail:From"] = "Roofs <crm@roofs.example>",
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
    public async Task A_mail_arrives_as_html_and_text_with_both_names()
    {
        await EnqueueAsync("ann@example.com", "Änn Lee", "Willkommen, Änn");

        await SendAsync();

        var received = _smtp.Received.ShouldHaveSingleItem();
        received.To.ShouldBe(["ann@example.com"]);
        received.From.ShouldBe("crm@roofs.example");
        var message = Parse(received);
        message.Subject.ShouldBe("Willkommen, Änn");
        message.To.Mailboxes.Single().Name.ShouldBe("Änn Lee");
        message.From.Mailboxes.Single().Name.ShouldBe("Roofs");
        message.HtmlBody.ShouldNotBeNull().ShouldContain("accept?token=secret");
        message.TextBody.ShouldNotBeNull().ShouldContain("accept?token=secret");
        message.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.mails WHERE sent_at IS NOT NULL AND html = '' AND text = ''")).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_queued_when_the_change_that_causes_it_is_not_saved()
    {
        await _server.AsSystemAsync<IMailQueue, bool>(queue =>
        {
            queue.Enqueue(new OutgoingMail("ann@example.com", "Ann", "Hello", "", ""));
            return Task.FromResult(true);
        });

        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.mails")).ShouldBe(0);
    }

    [Fact]
    public async Task With_the_server_down_nothing_is_lost_and_nothing_is_sent_twice()
    {
        await _smtp.GoDownAsync();
        for (var i = 0; i < 12; i++) await EnqueueAsync($"user{i}@example.com", "", $"Mail {i}");
        await SendAsync();
        await SendAsync();
        (await _server.Database.ScalarAsync<string>("SELECT string_agg(DISTINCT attempts::text || ' ' || (last_error IS NOT NULL), ',') FROM identity.mails")).ShouldBe("1 true");

        _smtp.ComeBack();
        await SendAsync();
        _smtp.Received.ShouldBeEmpty(); // A minute has not passed yet.
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync();
        _server.Clock.Advance(TimeSpan.FromMinutes(30));
        await SendAsync();

        _smtp.Received.Select(m => m.To.Single()).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(0, 12).Select(i => $"user{i}@example.com").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_invitation_sent_while_the_server_is_down_arrives_once_and_its_link_works_once()
    {
        await _smtp.GoDownAsync();
        var asked = Stopwatch.GetTimestamp();
        var invited = await _server.AsSystemAsync<InviteUserHandler, Result<UserDetails>>(h => h.HandleAsync(new InviteUser("nora@example.com", "Nora Field", "sales"), default));
        invited.IsSuccess.ShouldBeTrue();
        Stopwatch.GetElapsedTime(asked).ShouldBeLessThan(TimeSpan.FromSeconds(2), "it waits for no mail server");
        await SendAsync();
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        _smtp.ComeBack();
        await SendAsync();
        _server.Clock.Advance(TimeSpan.FromMinutes(30));
        await SendAsync();

        var mail = _smtp.Received.ShouldHaveSingleItem();
        mail.To.ShouldBe(["nora@example.com"]);
        var token = Token().Match(Parse(mail).TextBody!).Groups[1].Value;
        (await ChooseAsync("two roofs and a ladder")).IsSuccess.ShouldBeTrue();
        (await ChooseAsync("another roof and a hammer")).Error!.Code.ShouldBe("auth.invalid_link");
        using var answer = await _server.Http.PostAsJsonAsync("/api/auth/login", new { email = "nora@example.com", password = "two roofs and a ladder" });
        answer.IsSuccessStatusCode.ShouldBeTrue();

        Task<Result> ChooseAsync(string password) => _server.AsSystemAsync<ResetPasswordHandler, Result>(h => h.HandleAsync(new ResetPassword(token, password), default));
    }

    [Fact]
    public async Task After_one_five_and_fifteen_minutes_a_mail_fails_visibly_and_can_be_tried_again()
    {
        await _smtp.GoDownAsync();
        await EnqueueAsync("ann@example.com", "Ann", "Hello");
        await SendAsync();
        foreach (var minutes in new[] { 1, 5, 15 })
        {
            _server.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            await SendAsync();
            (await _server.Database.ScalarAsync<bool>("SELECT next_try_at IS NOT NULL AND failed_at IS NULL FROM identity.mails")).ShouldBeTrue();
            _server.Clock.Advance(TimeSpan.FromSeconds(1));
            await SendAsync();
        }

        (await _server.Database.ScalarAsync<string>("SELECT attempts::text || ' ' || (failed_at IS NOT NULL) FROM identity.mails")).ShouldBe("4 true");
        (await _server.Database.ScalarAsync<string>("SELECT title FROM identity.notifications WHERE type = 'system'")).ShouldBe("Mail could not be sent");
        (await _server.Service<IMailMonitor>().ReadAsync(CancellationToken.None)).Failed.ShouldBe(1);

        _smtp.ComeBack();
        await _server.Database.ExecuteAsync("UPDATE identity.mails SET failed_at = NULL, attempts = 0, next_try_at = now()");
        _server.Clock.Advance(TimeSpan.FromHours(1));
        await SendAsync();

        _smtp.Received.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_refused_receiver_holds_up_nobody_else()
    {
        _smtp.Refuse = address => address == "gone@example.com" ? "550 No such person" : null;
        await EnqueueAsync("gone@example.com", "", "First");
        await EnqueueAsync("ann@example.com", "", "Second");

        await SendAsync();

        _smtp.Received.ShouldHaveSingleItem().To.ShouldBe(["ann@example.com"]);
        (await _server.Database.ScalarAsync<string>("SELECT last_error FROM identity.mails WHERE sent_at IS NULL")).ShouldBe("No such person");
    }

    [Fact]
    public async Task Two_hosts_send_each_mail_once()
    {
        for (var i = 0; i < 30; i++) await EnqueueAsync($"user{i}@example.com", "", "Hello");
        await using var other = await _server.StartAnotherAsync();
        await other.Service<MailSender>().StopAsync(CancellationToken.None);

        await Task.WhenAll(Task.Run(SendAsync), Task.Run(() => SendAsync(other)), Task.Run(SendAsync), Task.Run(() => SendAsync(other)));

        _smtp.Received.Select(m => m.To.Single()).Distinct().Count().ShouldBe(30);
        _smtp.Received.Count.ShouldBe(30);
    }

    [Fact]
    public async Task A_mail_whose_sender_died_over_it_is_sent_once_the_claim_runs_out_and_is_recognisable()
    {
        await EnqueueAsync("ann@example.com", "", "Hello");
        await SendAsync();
        await _server.Database.ExecuteAsync("UPDATE identity.mails SET sent_at = NULL, next_try_at = created_at, claimed_until = created_at + interval '10 minutes', html = 'x', text = 'x'");

        await SendAsync();
        _smtp.Received.Count.ShouldBe(1);
        _server.Clock.Advance(MailSender.Claim + TimeSpan.FromSeconds(1));
        await SendAsync();

        _smtp.Received.Count.ShouldBe(2);
        Parse(_smtp.Received[1]).MessageId.ShouldBe(Parse(_smtp.Received[0]).MessageId);
    }

    [Fact]
    public async Task A_mail_server_that_hangs_holds_up_no_request()
    {
        var patience = new TaskCompletionSource();
        _smtp.Greeting = patience.Task;
        await EnqueueAsync("ann@example.com", "", "First");
        var sending = _server.Service<MailSender>().SendDueAsync(CancellationToken.None);
        await Eventually.HoldsAsync(() => Task.FromResult(_smtp.Connections == 1), "the sender waits for the greeting");

        await EnqueueAsync("bob@example.com", "", "Second");
        using var answer = await _server.Http.PostAsJsonAsync("/api/auth/login", new { email = "sales@iswitchroofs.example", password = DemoPeople.Password });

        answer.IsSuccessStatusCode.ShouldBeTrue();
        sending.IsCompleted.ShouldBeFalse();
        patience.SetResult();
        await sending;
        await SendAsync();
        _smtp.Received.Select(m => m.To.Single()).ShouldBe(["ann@example.com", "bob@example.com"]);
    }

    [Fact]
    public async Task An_administrator_tries_a_failed_mail_again_and_it_is_on_record()
    {
        await _smtp.GoDownAsync();
        await EnqueueAsync("ann@example.com", "", "Hello");
        await _server.Database.ExecuteAsync("UPDATE identity.mails SET attempts = 3");
        await SendAsync();
        var id = await _server.Database.ScalarAsync<Guid>("SELECT id FROM identity.mails WHERE failed_at IS NOT NULL");
        _smtp.ComeBack();

        var first = await RetryAsync(id);
        await SendAsync();
        var second = await RetryAsync(id);

        first.ShouldBeNull();
        second.ShouldBe("mails.not_failed");
        _smtp.Received.ShouldHaveSingleItem();
        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.audit_entries WHERE action = 'mail_retried'")).ShouldBe(1);
    }

    [Fact]
    public async Task After_a_long_outage_everything_that_failed_is_tried_again_at_once()
    {
        await _smtp.GoDownAsync();
        for (var i = 0; i < 3; i++) await EnqueueAsync($"user{i}@example.com", "", "Hello");
        await _server.Database.ExecuteAsync("UPDATE identity.mails SET attempts = 3");
        await SendAsync();
        _smtp.ComeBack();

        var retried = await _server.AsSystemAsync<RetryFailedMailsHandler, int>(async handler => (await handler.HandleAsync(new RetryFailedMails(), CancellationToken.None)).Value.Count);
        await SendAsync();

        retried.ShouldBe(3);
        _smtp.Received.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Without_a_mail_server_a_mail_lands_as_a_file_that_mail_programs_open()
    {
        var folder = Directory.CreateTempSubdirectory("mails").FullName;
        await using var server = await IdentityServer.StartAsync(new() { ["Mail:Directory"] = folder });
        await server.Service<MailSender>().StopAsync(CancellationToken.None);
        await EnqueueAsync("ann@example.com", "Ann", "Hello", server);

        await SendAsync(server);

        var message = await MimeMessage.LoadAsync(Directory.GetFiles(folder).ShouldHaveSingleItem());
        message.Subject.ShouldBe("Hello");
        message.To.Mailboxes.Single().Address.ShouldBe("ann@example.com");
        server.Service<IMailMonitor>().Route.Smtp.ShouldBeFalse();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Sent_mails_are_forgotten_after_a_month()
    {
        await EnqueueAsync("ann@example.com", "", "Hello");
        await SendAsync();
        _server.Clock.Advance(TimeSpan.FromDays(31));

        await _server.AsSystemAsync<MailHousekeeping, JobOutcome>(job => job.RunAsync(CancellationToken.None));

        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.mails")).ShouldBe(0);
    }

    [GeneratedRegex("[?]token=([A-Za-z0-9_-]+)")]
    private static partial Regex Token();

    private static MimeMessage Parse(ReceivedMail mail) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(mail.Content)));

    private Task<string?> RetryAsync(Guid id) =>
        _server.AsSystemAsync<RetryMailHandler, string?>(async handler => (await handler.HandleAsync(new RetryMail(id), CancellationToken.None)).Error?.Code);

    private Task<bool> EnqueueAsync(string address, string name, string subject, IdentityServer? server = null) => (server ?? _server).AsSystemAsync<IServiceProvider, bool>(async services =>
    {
        var body = _server.Service<MailLayout>().Compose(subject, ["You are invited."], new MailLink("Accept", _server.Service<ISiteAddress>().UrlOf("/accept?token=secret")));
        ((IMailQueue)services.GetService(typeof(IMailQueue))!).Enqueue(new OutgoingMail(address, name, subject, body.Html, body.Text, "invite"));
        await ((IdentityDbContext)services.GetService(typeof(IdentityDbContext))!).SaveChangesAsync();
        return true;
    });

    private Task SendAsync() => SendAsync(_server);

    private static async Task SendAsync(IdentityServer server)
    {
        var sender = server.Service<MailSender>();
        while (await sender.SendDueAsync(CancellationToken.None) > 0)
        {
        }
    }
}
