using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Domain;
using MassTransit.Mediator;

namespace IswitchRoofs.Identity.Tests.Notifications;

public sealed class NotificationTests : IAsyncLifetime
{
    private static readonly DateTimeOffset StartsAt = new(2026, 3, 2, 16, 0, 0, TimeSpan.Zero);

    // The server's clock is the real one, and old news would arrive read.
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private IdentityServer _server = null!;

    public async Task InitializeAsync() => _server = await IdentityServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_assignee_of_a_hot_lead_is_told_once_however_often_the_event_comes()
    {
        var assigned = Assigned("hot", DemoPeople.Sales, by: DemoPeople.Sales);

        await PublishAsync(assigned);
        await PublishAsync(assigned);

        (await OfAsync(DemoPeople.Sales)).ShouldBe(["lead_hot high Hot lead for you: Ann Lee"]);
        (await _server.Database.ScalarAsync<long>("SELECT count(*) FROM identity.outbox_messages WHERE type = 'identity.notification-added.v1'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_cooler_lead_is_an_ordinary_message()
    {
        await PublishAsync(Assigned("warm", DemoPeople.Sales2, by: null));

        (await OfAsync(DemoPeople.Sales2)).ShouldBe(["lead_assigned normal New lead for you: Ann Lee"]);
    }

    [Fact]
    public async Task The_teams_manager_sees_hot_leads_come_in_and_only_those()
    {
        await PublishAsync(Created("cold"));
        await PublishAsync(Created("hot"));

        (await OfAsync(DemoPeople.Manager)).ShouldBe(["lead_hot high Hot lead: Ann Lee"]);
    }

    [Fact]
    public async Task Managers_are_told_of_a_lead_that_nobody_takes()
    {
        await PublishAsync(new LeadLeftUnassigned(Uuid.New(Now), Now, Guid.CreateVersion7(), "Ann Lee", "hot", 81));

        (await OfAsync(DemoPeople.Manager)).ShouldBe(["alert high Nobody is free for Ann Lee"]);
        (await OfAsync(DemoPeople.Sales)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("remind", "hot", new[] { "sales" }, "lead_response_due urgent Answer Ann Lee now")]
    [InlineData("missed", "warm", new[] { "sales", "manager" }, "lead_response_missed high Nobody answered Ann Lee")]
    [InlineData("managers", "cool", new[] { "manager" }, "lead_response_missed normal Nobody answered Ann Lee")]
    [InlineData("admins", "cold", new[] { "admin" }, "lead_response_missed low Nobody answered Ann Lee")]
    public async Task A_lead_that_waits_is_told_further_up_at_each_step_as_urgently_as_it_is_hot(string step, string temperature, string[] told, string news)
    {
        var people = new Dictionary<string, Guid>
        {
            ["sales"] = DemoPeople.Sales, ["sales2"] = DemoPeople.Sales2, ["manager"] = DemoPeople.Manager, ["admin"] = DemoPeople.Admin,
        };

        await PublishAsync(new LeadEscalated(Uuid.New(Now), Now, Guid.CreateVersion7(), "Ann Lee", step, temperature, Now, DemoPeople.Sales, [DemoPeople.NorthOakland]));

        foreach (var (name, id) in people) (await OfAsync(id)).ShouldBe(told.Contains(name) ? [news] : [], name);
    }

    [Fact]
    public async Task A_late_lead_of_nobody_is_told_to_all_managers()
    {
        await PublishAsync(new LeadEscalated(Uuid.New(Now), Now, Guid.CreateVersion7(), "Ann Lee", "remind", "hot", Now, null, []));
        await PublishAsync(new LeadEscalated(Uuid.New(Now), Now, Guid.CreateVersion7(), "Ann Lee", "missed", "hot", Now, null, []));

        (await OfAsync(DemoPeople.Manager)).ShouldBe(["lead_response_missed urgent Nobody answered Ann Lee"]);
    }

    [Fact]
    public async Task Whoever_has_a_lead_is_reminded_to_follow_it_up_and_the_managers_of_one_that_nobody_has()
    {
        await PublishAsync(new LeadFollowUpDue(Uuid.New(Now), Now, Guid.CreateVersion7(), "Ann Lee", new DateOnly(2026, 6, 15), DemoPeople.Sales, [DemoPeople.NorthOakland]));
        await PublishAsync(new LeadFollowUpDue(Uuid.New(Now), Now, Guid.CreateVersion7(), "Bo Novak", new DateOnly(2026, 6, 15), null, []));

        (await OfAsync(DemoPeople.Sales)).ShouldBe(["follow_up_due normal Follow up: Ann Lee"]);
        (await OfAsync(DemoPeople.Manager)).ShouldBe(["follow_up_due normal Follow up: Bo Novak"]);
    }

    [Fact]
    public async Task Crew_and_manager_of_a_project_hear_of_it_but_not_who_opened_it()
    {
        await PublishAsync(new ProjectCreated(
            Uuid.New(Now), Now, Guid.CreateVersion7(), Guid.CreateVersion7(), "Lee roof", "repair", "planning", null, 0, null, null, null, null, 0,
            [DemoPeople.Tech, DemoPeople.Manager], DemoPeople.Manager, null, DemoPeople.Sales));
        await PublishAsync(new ProjectStatusChanged(
            Uuid.New(Now), Now, Guid.CreateVersion7(), Guid.CreateVersion7(), "Lee roof", "repair", "on_hold", null, 0, null, null, null, null, 0,
            [DemoPeople.Tech], DemoPeople.Manager, null, "approved", "Storm", DemoPeople.Manager));

        (await OfAsync(DemoPeople.Tech)).ShouldBe(["project_created normal New project: Lee roof", "project_status_changed normal Lee roof is now on hold"], ignoreOrder: true);
        (await OfAsync(DemoPeople.Manager)).ShouldBe(["project_created normal New project: Lee roof"]);
        (await OfAsync(DemoPeople.Sales)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_appointment_booked_by_oneself_is_no_news()
    {
        await PublishAsync(Booked(by: DemoPeople.Sales));
        await PublishAsync(Booked(by: DemoPeople.Manager));

        (await OfAsync(DemoPeople.Sales)).ShouldBe(["appointment_scheduled normal New appointment: Inspection"]);
        (await _server.Database.ScalarAsync<string>("SELECT body FROM identity.notifications")).ShouldBe("Mon, Mar 2, 11:00 AM");
    }

    private static LeadAssigned Assigned(string temperature, Guid to, Guid? by) =>
        new(Uuid.New(Now), Now, Guid.CreateVersion7(), "Ann Lee", to, null, temperature, 81, "website_form", [], by);

    private static LeadCreated Created(string temperature) => new(
        Uuid.New(Now), Now, Guid.CreateVersion7(), "Ann Lee", "website_form", "new", 81, temperature, "high", null, null, "48009",
        DemoPeople.Sales, [DemoPeople.NorthOakland, DemoPeople.WayneAndWashtenaw], null);

    private static AppointmentScheduled Booked(Guid by) => new(
        Uuid.New(Now), Now, Guid.CreateVersion7(), "inspection", "Inspection", "scheduled", null, Guid.CreateVersion7(), null, DemoPeople.Sales,
        StartsAt, StartsAt.AddHours(1), by);

    private async Task PublishAsync(IIntegrationEvent message) => await _server.Service<IMediator>().Publish(message, message.GetType());

    private async Task<string[]> OfAsync(Guid user)
    {
        await using var connection = await _server.Database.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("SELECT type || ' ' || priority || ' ' || title FROM identity.notifications WHERE user_id = $1 ORDER BY created_at", connection)
        {
            Parameters = { new() { Value = user } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return [.. found];
    }
}
