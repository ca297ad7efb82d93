using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.Identity.Application.WorkingTime;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;
using MassTransit.Mediator;

namespace IswitchRoofs.Identity.Tests.Teams;

public sealed class WorkingTimeTests : IAsyncLifetime
{
    private IdentityServer _server = null!;

    public async Task InitializeAsync() => _server = await IdentityServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Hours_and_time_off_are_told_to_the_other_modules_and_audited()
    {
        var today = await _server.AsSystemAsync<ICompanyClock, DateOnly>(c => Task.FromResult(c.Today));
        var changed = await ChangeAsync(new AvailabilityFields("busy", [new("friday", "09:00", "15:00"), new("monday", "08:00", "17:00")]));
        var taken = await _server.AsSystemAsync<TakeTimeOffHandler, Result<TimeOffDetails>>(
            h => h.HandleAsync(new TakeTimeOff(DemoPeople.Sales, new TimeOffFields(today.AddDays(3), today.AddDays(5), "Fishing")), default));

        changed.Value.WorkingHours.Select(d => d.Weekday).ShouldBe(["monday", "friday"]);
        taken.IsSuccess.ShouldBeTrue(taken.Error?.Detail);
        var told = await _server.Database.ScalarAsync<string>(
            $"SELECT payload::text FROM identity.outbox_messages WHERE type = 'identity.working-time-changed.v1' AND payload->>'UserId' = '{DemoPeople.Sales}' ORDER BY position DESC LIMIT 1");
        told.ShouldNotBeNull().ShouldContain("monday 08:00-17:00");
        told.ShouldContain($"{today.AddDays(3):yyyy-MM-dd}/{today.AddDays(5):yyyy-MM-dd}");
        (await _server.Database.ScalarAsync<string>(
            $"SELECT payload->>'Availability' FROM identity.outbox_messages WHERE type = 'identity.user-changed.v1' AND payload->>'UserId' = '{DemoPeople.Sales}' ORDER BY position DESC LIMIT 1")).ShouldBe("busy");
        (await _server.Database.ScalarAsync<long>($"SELECT count(*) FROM identity.audit_entries WHERE entity_id = '{taken.Value.Id}' AND action = 'created'")).ShouldBe(1);

        var cancelled = await _server.AsSystemAsync<CancelTimeOffHandler, Result>(h => h.HandleAsync(new CancelTimeOff(DemoPeople.Sales, taken.Value.Id), default));
        cancelled.IsSuccess.ShouldBeTrue();
        (await _server.Database.ScalarAsync<string>(
            $"SELECT payload->>'TimeOff' FROM identity.outbox_messages WHERE type = 'identity.working-time-changed.v1' AND payload->>'UserId' = '{DemoPeople.Sales}' ORDER BY position DESC LIMIT 1")).ShouldBe("[]");
    }

    [Fact]
    public async Task Every_wrong_hour_is_told_with_its_place()
    {
        var refused = await ChangeAsync(new AvailabilityFields("asleep", [new("monday", "8", "17:00"), new("someday", "09:00", "10:00"), new("friday", "12:00", "11:00")]));

        refused.Error!.Fields.Keys.ShouldBe(["state", "working_hours[0].from", "working_hours[1].weekday", "working_hours[2].to"], ignoreOrder: true);
    }

    [Fact]
    public async Task Time_off_ends_after_it_begins()
    {
        var refused = await _server.AsSystemAsync<TakeTimeOffHandler, Result<TimeOffDetails>>(
            h => h.HandleAsync(new TakeTimeOff(DemoPeople.Sales, new TimeOffFields(new DateOnly(2027, 1, 5), new DateOnly(2027, 1, 4))), default));

        refused.Error!.Fields.Keys.ShouldBe(["ends_on"]);
    }

    [Fact]
    public async Task A_deleted_team_takes_its_territories_along_and_brings_them_back()
    {
        (await _server.AsSystemAsync<DeleteTeamHandler, Result>(h => h.HandleAsync(new DeleteTeam(DemoPeople.NorthOakland), default))).IsSuccess.ShouldBeTrue();
        (await _server.AsSystemAsync<GetTeamHandler, Result<TeamDetails>>(h => h.HandleAsync(new GetTeam(DemoPeople.NorthOakland), default))).Error!.Code.ShouldBe("teams.not_found");
        (await TerritoriesAsync()).ShouldBe("[]");

        var restored = await _server.AsSystemAsync<RestoreTeamHandler, Result<TeamDetails>>(h => h.HandleAsync(new RestoreTeam(DemoPeople.NorthOakland), default));
        restored.Value.MemberIds.ShouldContain(DemoPeople.Sales);
        (await TerritoriesAsync()).ShouldNotBeNull().ShouldContain("48009");

        Task<string?> TerritoriesAsync() => _server.Database.ScalarAsync<string>(
            $"SELECT payload->>'Territories' FROM identity.outbox_messages WHERE type = 'identity.user-changed.v1' AND payload->>'UserId' = '{DemoPeople.Sales}' ORDER BY position DESC LIMIT 1");
    }

    [Fact]
    public async Task Workload_counts_open_leads_and_the_weeks_appointments_of_each_member()
    {
        var now = _server.Clock.GetUtcNow();
        var (open, won) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await TellAsync(new LeadCreated(Guid.CreateVersion7(), now, open, "Open", "referral", "new", 1, "cold", "medium", null, null, null, DemoPeople.Sales, [], null));
        await TellAsync(new LeadCreated(Guid.CreateVersion7(), now, won, "Won", "referral", "new", 1, "cold", "medium", null, null, null, DemoPeople.Sales, [], null));
        await TellAsync(new LeadStatusChanged(Guid.CreateVersion7(), now.AddSeconds(1), won, "Won", "new", "won", null, DemoPeople.Sales, [], null));
        var today = await _server.AsSystemAsync<ICompanyClock, DateTimeOffset>(c => Task.FromResult(c.StartOf(c.Today)));
        await TellAsync(Appointment(today.AddHours(10)));
        await TellAsync(Appointment(today.AddDays(14)));

        var load = await _server.AsSystemAsync<GetTeamWorkloadHandler, Result<TeamWorkload>>(h => h.HandleAsync(new GetTeamWorkload(DemoPeople.NorthOakland), default));
        var sam = load.Value.Members.Single(m => m.UserId == DemoPeople.Sales);
        (sam.OpenLeads, sam.AppointmentsThisWeek, sam.IsOffToday).ShouldBe((1, 1, false));

        await TellAsync(new LeadDeleted(Guid.CreateVersion7(), now.AddSeconds(2), open, DemoPeople.Sales, []));
        load = await _server.AsSystemAsync<GetTeamWorkloadHandler, Result<TeamWorkload>>(h => h.HandleAsync(new GetTeamWorkload(DemoPeople.NorthOakland), default));
        load.Value.Members.Single(m => m.UserId == DemoPeople.Sales).OpenLeads.ShouldBe(0);

        AppointmentScheduled Appointment(DateTimeOffset at) => new(
            Guid.CreateVersion7(), now, Guid.CreateVersion7(), "site_visit", "Visit", "scheduled", null, open, null, DemoPeople.Sales, at, at.AddHours(1), DemoPeople.Sales);
    }

    private Task<Result<AvailabilityDetails>> ChangeAsync(AvailabilityFields fields) =>
        _server.AsSystemAsync<ChangeAvailabilityHandler, Result<AvailabilityDetails>>(h => h.HandleAsync(new ChangeAvailability(DemoPeople.Sales, fields), default));

    private Task TellAsync<T>(T message) where T : class => _server.Service<IMediator>().Publish(message);
}
