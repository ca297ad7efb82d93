using System.Net;
using System.Text.RegularExpressions;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Tests.Identity;

[Collection(HostFixture.Shared)]
public sealed partial class SignInPageTests(HostFixture host)
{
    [Fact]
    public async Task A_person_signs_in_sees_the_page_they_wanted_and_signs_out()
    {
        using var browser = NewBrowser();
        var asked = await browser.GetAsync("/Notifications");
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var signedIn = await SignInAsync(browser, asked.Headers.Location!.PathAndQuery, DemoPeople.Password);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        signedIn.Headers.Location!.OriginalString.ShouldBe("/Notifications");
        var page = await browser.GetStringAsync("/Notifications");
        page.ShouldContain("Terrence Brooks");

        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = TokenIn(page) });
        (await browser.PostAsync("/sign-out", form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/Notifications")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("/sign-out")]
    public async Task The_way_back_stays_on_this_site(string returnUrl)
    {
        using var browser = NewBrowser();

        var answer = await SignInAsync(browser, $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", DemoPeople.Password);

        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task A_wrong_password_is_said_on_the_page()
    {
        using var browser = NewBrowser();

        var answer = await SignInAsync(browser, "/sign-in", "wrong-password-1");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("e-mail address or the password is wrong");
    }

    [Fact]
    public async Task Without_the_antiforgery_token_nobody_signs_in()
    {
        using var browser = NewBrowser();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Email"] = "tech@iswitchroofs.example", ["Input.Password"] = DemoPeople.Password });

        (await browser.PostAsync("/sign-in", form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private HttpClient NewBrowser() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string address, string password)
    {
        var page = await browser.GetStringAsync(address);
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = TokenIn(page),
            ["Input.Email"] = "tech@iswitchroofs.example",
            ["Input.Password"] = password,
        };
        using var form = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(address, form);
    }

    private static string TokenIn(string page) => AntiforgeryField().Match(page).Groups[1].Value;

    [GeneratedRegex("""__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex AntiforgeryField();
}
