using System.Net;
using System.Net.Http.Json;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Identity.Tests.Accounts;

public sealed class BrowserTests : IAsyncLifetime
{
    private IdentityServer _server = null!;

    public async Task InitializeAsync() => _server = await IdentityServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_cookie_opens_the_pages_of_every_host_but_not_the_api()
    {
        await using var other = await _server.StartAnotherAsync();
        var cookie = await SignInAsync();

        (await GetAsync(_server.Http, "/whoami", cookie)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetAsync(other.Http, "/whoami", cookie)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetAsync(_server.Http, "/api/whoami", cookie)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_cookie_is_closed_to_scripts_and_other_sites()
    {
        var answer = await _server.Http.PostAsJsonAsync("/sign-in", new { email = "tech@iswitchroofs.example", password = DemoPeople.Password });

        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.Length.ShouldBeLessThan(800, "the ticket stays on the server");
    }

    [Fact]
    public async Task Without_one_the_way_leads_to_the_sign_in_page_and_back()
    {
        var answer = await GetAsync(_server.Http, "/whoami", null);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.PathAndQuery.ShouldBe("/sign-in?returnUrl=%2Fwhoami");
    }

    [Fact]
    public async Task Twelve_idle_hours_end_it_and_use_slides_it_on()
    {
        var cookie = await SignInAsync();
        _server.Clock.Advance(TimeSpan.FromHours(7));
        var used = await GetAsync(_server.Http, "/whoami", cookie);
        used.StatusCode.ShouldBe(HttpStatusCode.OK);
        _server.Clock.Advance(TimeSpan.FromHours(7));
        (await GetAsync(_server.Http, "/whoami", cookie)).StatusCode.ShouldBe(HttpStatusCode.OK);

        _server.Clock.Advance(TimeSpan.FromHours(12.1));

        (await GetAsync(_server.Http, "/whoami", cookie)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Disabling_the_user_ends_it()
    {
        var cookie = await SignInAsync();

        await _server.AsSystemAsync<SetUserActiveHandler, Result<UserDetails>>(h => h.HandleAsync(new SetUserActive(DemoPeople.Tech, false), default));

        (await GetAsync(_server.Http, "/whoami", cookie)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Disabling_the_user_closes_cookie_and_token_on_another_host_within_five_seconds()
    {
        await using var other = await _server.StartAnotherAsync();
        var cookie = await SignInAsync();
        var login = await _server.Http.PostAsJsonAsync("/api/auth/login", new { email = "tech@iswitchroofs.example", password = DemoPeople.Password });
        var token = (await login.Content.ReadFromJsonAsync<TokenAnswer>())!.AccessToken;
        (await GetAsync(other.Http, "/whoami", cookie)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await BearAsync(other.Http, token)).ShouldBe(HttpStatusCode.OK);

        await _server.AsSystemAsync<SetUserActiveHandler, Result<UserDetails>>(h => h.HandleAsync(new SetUserActive(DemoPeople.Tech, false), default));
        _server.Clock.Advance(TimeSpan.FromSeconds(4.9));

        await Eventually.HoldsAsync(
            async () => await BearAsync(other.Http, token) == HttpStatusCode.Unauthorized && (await GetAsync(other.Http, "/whoami", cookie)).StatusCode == HttpStatusCode.Redirect,
            "the other host knows it too");
    }

    private static async Task<HttpStatusCode> BearAsync(HttpClient http, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/whoami") { Headers = { Authorization = new("Bearer", token) } };
        return (await http.SendAsync(request)).StatusCode;
    }

    private async Task<string> SignInAsync()
    {
        var answer = await _server.Http.PostAsJsonAsync("/sign-in", new { email = "tech@iswitchroofs.example", password = DemoPeople.Password });
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient http, string path, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await http.SendAsync(request);
    }
}
