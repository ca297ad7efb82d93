using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Tests.Accounts;

/// <summary>Links in mails: invitations and forgotten passwords (U5), and the last admin (U6).</summary>
public sealed partial class InvitationTests : IAsyncLifetime
{
    private const string Ann = "ann@example.com";
    private const string Chosen = "two roofs and a ladder";
    private IdentityServer _server = null!;

    public async Task InitializeAsync() => _server = await IdentityServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task An_invitation_is_accepted_once_and_opens_the_door()
    {
        var invited = await InviteAsync();
        invited.Value.IsActive.ShouldBeFalse();
        invited.Value.InvitedAt.ShouldNotBeNull();
        invited.Value.TeamIds.ShouldBe([DemoPeople.NorthOakland]);
        (await StandingAsync(invited.Value.Id)).ShouldBe("false");
        var token = await MailedAsync(Ann);

        (await ResetAsync(token, "annlee likes roofs")).Error!.Fields.Keys.ShouldBe(["new_password"]);
        (await ResetAsync(token)).IsSuccess.ShouldBeTrue();

        (await LogInAsync(Ann, Chosen)).ShouldBe(HttpStatusCode.OK);
        (await StandingAsync(invited.Value.Id)).ShouldBe("true");
        (await ResetAsync(token, "another roof and a hammer")).Error!.Code.ShouldBe("auth.invalid_link");
        (await LogInAsync(Ann, Chosen)).ShouldBe(HttpStatusCode.OK);
        (await AuditedAsync("invited", "invitation_accepted")).ShouldBe(2);
        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.audit_entries WHERE changes::text LIKE '%secret%' OR changes::text LIKE '%password_hash%'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_link_ends_after_its_time_and_with_a_newer_one()
    {
        var invited = await InviteAsync();
        var first = await MailedAsync(Ann);
        await DoAsync<InviteAgainHandler, UserDetails>(h => h.HandleAsync(new InviteAgain(invited.Value.Id), default));
        var second = await MailedAsync(Ann);
        second.ShouldNotBe(first);
        (await ResetAsync(first)).Error!.Code.ShouldBe("auth.invalid_link");
        (await OwnerAsync(second)).Value.Name.ShouldBe("Ann Lee");
        _server.Clock.Advance(TimeSpan.FromHours(72));
        (await ResetAsync(second)).Error!.Code.ShouldBe("auth.invalid_link");
    }

    [Fact]
    public async Task A_link_ends_when_the_invitation_is_taken_back()
    {
        var invited = await InviteAsync();
        var token = await MailedAsync(Ann);

        await SetActiveAsync(invited.Value.Id, false);

        (await ResetAsync(token)).Error!.Code.ShouldBe("auth.invalid_link");
        (await DoAsync<InviteAgainHandler, UserDetails>(h => h.HandleAsync(new InviteAgain(invited.Value.Id), default))).Error!.Code.ShouldBe("users.not_invited");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("Q2ZESjhBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB")]
    public async Task A_made_up_token_is_refused(string token) => (await ResetAsync(token)).IsFailure.ShouldBeTrue();

    [Fact]
    public async Task Two_who_use_one_link_at_once_are_one()
    {
        await InviteAsync();
        var token = await MailedAsync(Ann);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ResetAsync(token, $"{Chosen} number {i}")));

        outcomes.Count(o => o.IsSuccess).ShouldBe(1);
        outcomes.Where(o => o.IsFailure).ShouldAllBe(o => o.Error!.Code == "auth.invalid_link");
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_and_everything_that_was_open_closes()
    {
        const string email = "sales@iswitchroofs.example";
        var open = await (await _server.Http.PostAsJsonAsync("/api/auth/login", new { email, password = DemoPeople.Password })).Content.ReadFromJsonAsync<TokenAnswer>();
        for (var i = 0; i < 5; i++) await LogInAsync(email, "wrong-password-1");

        (await ForgetAsync("Sales@IswitchRoofs.example ")).IsSuccess.ShouldBeTrue();
        (await ForgetAsync(email)).IsSuccess.ShouldBeTrue();
        (await MailsAsync(email)).ShouldBe(1, "asking twice within a minute sends one mail");
        (await ResetAsync(await MailedAsync(email))).IsSuccess.ShouldBeTrue();

        (await LogInAsync(email, DemoPeople.Password)).ShouldBe(HttpStatusCode.Unauthorized);
        (await LogInAsync(email, Chosen)).ShouldBe(HttpStatusCode.OK, "the lock is gone, too");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/whoami");
        request.Headers.Authorization = new("Bearer", open!.AccessToken);
        (await _server.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await MailsAsync(email)).ShouldBe(2, "the person is told that the password changed");
    }

    [Fact]
    public async Task Nobody_learns_who_has_an_account()
    {
        await SetActiveAsync(DemoPeople.Tech2, false);

        (await ForgetAsync("nobody@iswitchroofs.example")).IsSuccess.ShouldBeTrue();
        (await ForgetAsync("tech2@iswitchroofs.example")).IsSuccess.ShouldBeTrue();

        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.mails")).ShouldBe(0);
    }

    [Fact]
    public async Task An_address_is_taken_once_even_by_two_at_once()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => InviteAsync()));

        outcomes.Count(o => o.IsSuccess).ShouldBe(1);
        outcomes.Where(o => o.IsFailure).ShouldAllBe(o => o.Error!.Code == "users.email_taken");
        (await _server.Database.ScalarAsync<long>($"SELECT count(*) FROM identity.mails WHERE to_address = '{Ann}'")).ShouldBe(1);
    }

    [Fact]
    public async Task Everything_wrong_with_an_invitation_is_told_at_once()
    {
        var refused = await DoAsync<InviteUserHandler, UserDetails>(h => h.HandleAsync(new InviteUser("ann", " ", "boss", "12"), default));

        refused.Error!.Fields.Keys.ShouldBe(["email", "name", "role", "phone"]);
    }

    [Fact]
    public async Task Admins_who_disable_each_other_at_once_leave_one()
    {
        Guid[] admins = [DemoPeople.Admin, .. await Task.WhenAll(Enumerable.Range(0, 4).Select(AddAdminAsync))];

        var outcomes = await Task.WhenAll(admins.Select(a => SetActiveAsync(a, false)));

        outcomes.Count(o => o.IsFailure).ShouldBe(1);
        outcomes.Single(o => o.IsFailure).Error!.Code.ShouldBe("users.last_admin");
        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.users WHERE role = 'admin' AND is_active")).ShouldBe(1);
    }

    [Fact]
    public async Task The_first_admin_gets_a_link_without_a_mail_and_a_new_one_when_it_is_lost()
    {
        var first = await DoAsync<InviteFirstAdminHandler, AdminInvitation>(h => h.HandleAsync(new InviteFirstAdmin(Ann, "Ann Lee"), default));
        var second = await DoAsync<InviteFirstAdminHandler, AdminInvitation>(h => h.HandleAsync(new InviteFirstAdmin(Ann, "Ann Lee"), default));

        (await ResetAsync(TokenIn(first.Value.Link))).Error!.Code.ShouldBe("auth.invalid_link");
        (await ResetAsync(TokenIn(second.Value.Link))).IsSuccess.ShouldBeTrue();
        (await MailsAsync(Ann)).ShouldBe(0);
        (await DoAsync<InviteFirstAdminHandler, AdminInvitation>(h => h.HandleAsync(new InviteFirstAdmin(Ann, "Ann Lee"), default))).Error!.Code.ShouldBe("users.email_taken");
    }

    private async Task<Guid> AddAdminAsync(int number)
    {
        var email = $"admin{number}@example.com";
        var invited = await DoAsync<InviteFirstAdminHandler, AdminInvitation>(h => h.HandleAsync(new InviteFirstAdmin(email, $"Boss {number}"), default));
        (await ResetAsync(TokenIn(invited.Value.Link))).IsSuccess.ShouldBeTrue();
        return await _server.Database.ScalarAsync<Guid>($"SELECT id FROM identity.users WHERE email = '{email}'");
    }

    private Task<Result<UserDetails>> InviteAsync() => DoAsync<InviteUserHandler, UserDetails>(
        h => h.HandleAsync(new InviteUser("Ann@Example.com", "Ann Lee", "sales", "(248) 555-0142", [DemoPeople.NorthOakland]), default));

    private Task<Result<UserDetails>> SetActiveAsync(Guid id, bool active) =>
        DoAsync<SetUserActiveHandler, UserDetails>(h => h.HandleAsync(new SetUserActive(id, active), default));

    private Task<Result> ResetAsync(string token, string password = Chosen) =>
        _server.AsSystemAsync<ResetPasswordHandler, Result>(h => h.HandleAsync(new ResetPassword(token, password), default));

    private Task<Result> ForgetAsync(string email) =>
        _server.AsSystemAsync<RequestPasswordResetHandler, Result>(h => h.HandleAsync(new RequestPasswordReset(email), default));

    private Task<Result<AccountLinkOwner>> OwnerAsync(string token) => DoAsync<GetAccountLinkHandler, AccountLinkOwner>(h => h.HandleAsync(new GetAccountLink(token), default));

    private Task<Result<T>> DoAsync<THandler, T>(Func<THandler, Task<Result<T>>> act) where THandler : notnull => _server.AsSystemAsync(act);

    private async Task<HttpStatusCode> LogInAsync(string email, string password) =>
        (await _server.Http.PostAsJsonAsync("/api/auth/login", new { email, password })).StatusCode;

    private async Task<string> MailedAsync(string email) =>
        TokenIn((await _server.Database.ScalarAsync<string>($"SELECT text FROM identity.mails WHERE to_address = '{email}' ORDER BY created_at DESC, id DESC LIMIT 1"))!);

    private Task<long> MailsAsync(string email) => _server.Database.ScalarAsync<long>($"SELECT count(*) FROM identity.mails WHERE to_address = '{email}'");

    private async Task<string> StandingAsync(Guid user) => (await _server.Database.ScalarAsync<string>(
        $"SELECT payload->>'IsActive' FROM identity.outbox_messages WHERE type = 'identity.user-changed.v1' AND payload->>'UserId' = '{user}' ORDER BY position DESC LIMIT 1"))!;

    private Task<long> AuditedAsync(params string[] actions) =>
        _server.Database.ScalarAsync<long>($"SELECT count(*) FROM identity.audit_entries WHERE action = ANY('{{{string.Join(',', actions)}}}')");

    private static string TokenIn(string text) => TokenShape().Match(text).Groups[1].Value;

    [GeneratedRegex("[?]token=([A-Za-z0-9_-]+)")]
    private static partial Regex TokenShape();
}
