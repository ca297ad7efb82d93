using IswitchRoofs.Shared.Application.Realtime;
using IswitchRoofs.Shared.Infrastructure.Realtime;

namespace IswitchRoofs.Shared.Tests.Realtime;

public sealed class ChannelsEventTests
{
    private static readonly string[] Dashboard = ["private-dashboard"];

    [Fact]
    public void A_payload_becomes_snake_case_json()
    {
        var id = Guid.CreateVersion7();
        var payload = new Dictionary<string, object?> { ["lead_id"] = id, ["version"] = 3, ["title"] = "Größe <b>", ["by"] = DayOfWeek.Monday, ["none"] = null };

        ChannelsEvent.From(new RealtimeMessage(Dashboard, "lead-updated", payload)).Data
            .ShouldBe($$"""{"lead_id":"{{id}}","version":3,"title":"Größe <b>","by":"monday","none":null}""");
    }

    [Fact]
    public void Ten_kilobytes_of_data_pass_and_a_byte_more_does_not()
    {
        new ChannelsEvent(Dashboard, "e", new string('x', 10_240)).Refusal().ShouldBeNull();
        new ChannelsEvent(Dashboard, "e", new string('x', 10_241)).Refusal().ShouldNotBeNull();
        new ChannelsEvent(Dashboard, "e", new string('é', 5_121)).IsTooLarge.ShouldBeTrue();
    }

    [Fact]
    public void A_hundred_channels_pass_and_one_more_does_not()
    {
        new ChannelsEvent(Some(100), "e", "{}").Refusal().ShouldBeNull();
        new ChannelsEvent(Some(101), "e", "{}").Refusal().ShouldNotBeNull();
        new ChannelsEvent([], "e", "{}").Refusal().ShouldNotBeNull();

        static string[] Some(int count) => [.. Enumerable.Range(0, count).Select(i => $"private-team-{i}")];
    }

    [Theory]
    [InlineData("private dashboard", "e", null)]
    [InlineData("private-dashboard", "", null)]
    [InlineData("private-dashboard", "pusher:error", null)]
    [InlineData("private-dashboard", "pusher_internal:subscription_succeeded", null)]
    [InlineData("private-dashboard", "e", "12")]
    public void What_a_server_would_refuse_is_not_sent(string channel, string name, string? except) =>
        new ChannelsEvent([channel], name, "{}", except).Refusal().ShouldNotBeNull();
}
