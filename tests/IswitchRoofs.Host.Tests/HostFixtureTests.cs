using System.Net;

namespace IswitchRoofs.Host.Tests;

[Collection(HostFixture.Shared)]
public sealed class HostFixtureTests(HostFixture host)
{
    [Fact]
    public async Task The_host_answers_on_a_port_of_its_own()
    {
        using var answer = await host.Anonymous.GetAsync("/api");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
