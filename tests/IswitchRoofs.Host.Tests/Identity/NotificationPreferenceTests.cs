using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Host.Tests.Identity;

[Collection(HostFixture.Shared)]
public sealed class NotificationPreferenceTests(HostFixture host)
{
    private const string Address = "/api/notifications/preferences";

    [Fact]
    public async Task Preferences_are_replaced_as_a_whole_and_by_version()
    {
        using var client = await host.SignInAsync("tech2");
        using var before = await client.GetAsync(Address);
        (await before.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("digest").GetString().ShouldBe("off");

        using var saved = await client.PutAsJsonAsync(Address, new
        {
            email = true, muted_types = new[] { "mention" }, unsubscribed_types = new[] { "alert" },
            quiet_hours = new { from = "22:00", to = "07:00", time_zone = "America/Chicago" }, digest = "daily",
        });
        using var stale = new HttpRequestMessage(HttpMethod.Put, Address) { Content = JsonContent.Create(new { digest = "weekly" }) };
        stale.Headers.TryAddWithoutValidation("If-Match", before.Headers.ETag!.Tag);
        using var refused = await client.SendAsync(stale);
        var after = await client.GetFromJsonAsync<JsonElement>(Address);

        saved.StatusCode.ShouldBe(HttpStatusCode.OK);
        refused.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        after.GetRawText().ShouldBe("""{"in_app":true,"email":true,"muted_types":["mention"],"unsubscribed_types":["alert"],"quiet_hours":{"from":"22:00","to":"07:00","time_zone":"America/Chicago"},"digest":"daily"}""");
    }

    [Fact]
    public async Task Everything_wrong_with_preferences_is_said_at_once()
    {
        using var client = await host.SignInAsync("tech2");

        using var answer = await client.PutAsJsonAsync(Address, new { muted_types = new[] { "nonsense" }, quiet_hours = new { from = "25:00", to = "07:00", time_zone = "Mars/Olympus" }, digest = "hourly" });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal)
            .ShouldBe(["digest", "muted_types[0]", "quiet_hours.from", "quiet_hours.time_zone"]);
    }

    [Fact]
    public async Task The_link_of_a_mail_unsubscribes_once_clicked_by_a_person_and_by_a_mail_program()
    {
        // As the mails carry them; Identity.Tests take one out of a mail.
        var protector = host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("unsubscribe.v1");
        using var nobody = host.NewClient();
        var byPerson = "/unsubscribe?t=" + protector.Protect($"{DemoPeople.Sales2:N} follow_up_due");
        var byProgram = "/unsubscribe?t=" + protector.Protect($"{DemoPeople.Sales2:N} mention");

        (await nobody.GetStringAsync(byPerson)).ShouldContain("<button");
        using var pressed = await nobody.PostAsync(byPerson, null);
        using var posted = await nobody.PostAsync(byProgram, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        using var again = await nobody.PostAsync(byProgram, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        using var forged = await nobody.PostAsync(byProgram + "x", null);

        (await pressed.Content.ReadAsStringAsync()).ShouldContain("no more mails");
        posted.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        forged.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var client = await host.SignInAsync("sales2");
        (await client.GetFromJsonAsync<JsonElement>(Address)).GetProperty("unsubscribed_types").EnumerateArray().Select(t => t.GetString()).ShouldBe(["follow_up_due", "mention"]);
    }
}
