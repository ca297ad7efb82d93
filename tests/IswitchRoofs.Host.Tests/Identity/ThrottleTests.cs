using System.Net;
using System.Net.Http.Json;

namespace IswitchRoofs.Host.Tests.Identity;

public sealed class ThrottleTests
{
    [Fact]
    public async Task More_than_so_many_sign_ins_a_minute_for_one_account_have_to_wait()
    {
        await using var host = await HostFixture.StartAsync(new Dictionary<string, string?> { ["RateLimits:SignInsPerMinute"] = "3" });
        for (var i = 0; i < 3; i++) (await TryAsync(host, "who@example.com")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        using var refused = await TryAsync(host, "Who@example.com");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await TryAsync(host, "else@example.com")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static Task<HttpResponseMessage> TryAsync(HostFixture host, string email) =>
        host.Anonymous.PostAsJsonAsync("/api/auth/login", new { email, password = "wrong-password" });
}
