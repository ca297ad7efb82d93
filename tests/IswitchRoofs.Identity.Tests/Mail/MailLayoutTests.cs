using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure;

namespace IswitchRoofs.Identity.Tests.Mail;

public sealed class MailLayoutTests
{
    private static readonly MailLayout Layout = new(new CompanyFactsOfHost(new CompanyFacts("Roofs & Sons", TimeZoneInfo.Utc, "US")));

    [Fact]
    public void Whatever_goes_into_html_is_encoded()
    {
        var body = Layout.Compose("<script>alert(1)</script>", ["a < b"], new MailLink("Open \"it\"", "https://crm.example/?a=1&b=2"), "because <b>", new MailLink("Stop", "https://crm.example/x"));

        body.Html.ShouldNotContain("<script>");
        body.Html.ShouldContain("&lt;script&gt;");
        body.Html.ShouldContain("a &lt; b");
        body.Html.ShouldContain("href=\"https://crm.example/?a=1&amp;b=2\"");
        body.Html.ShouldContain("Roofs &amp; Sons");
    }

    [Fact]
    public void The_text_says_the_same_without_any_markup()
    {
        var body = Layout.Compose("Welcome, Ann", ["First", "Second"], new MailLink("Open", "https://crm.example/?a=1&b=2"));

        body.Text.ShouldBe("Welcome, Ann\n\nFirst\nSecond\n\nOpen:\nhttps://crm.example/?a=1&b=2\n\n-- \nRoofs & Sons\n");
    }
}
