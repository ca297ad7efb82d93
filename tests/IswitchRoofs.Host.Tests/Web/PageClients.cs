using System.Text.RegularExpressions;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Tests.Web;

/// <summary>Reads pages as a browser does, with the cookie of a demo account, where no script matters.</summary>
internal static partial class PageClients
{
    internal static async Task<HttpClient> SignInToPagesAsync(this HostFixture host, string account)
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        var page = await browser.GetStringAsync("/sign-in");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = AntiforgeryField().Match(page).Groups[1].Value,
            ["Input.Email"] = $"{account}@iswitchroofs.example",
            ["Input.Password"] = DemoPeople.Password,
        });
        using var answer = await browser.PostAsync("/sign-in", form);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return browser;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryField();
}
