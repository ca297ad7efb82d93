using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.IntegrationEvents.Identity;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Response;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Tests.Application;

/// <summary>The response clock on a real store: settings, hours of Identity, and the figures of R4. It is Monday, 11:00 in Detroit.</summary>
public sealed class ResponseTests : LeadsOnPostgres
{
    [Fact]
    public async Task New_targets_hold_at_once_and_what_was_answered_keeps_its_figure()
    {
        var answered = await HavingHotAsync();
        var waiting = await HavingHotAsync();
        Module.Clock.Advance(TimeSpan.FromSeconds(100));
        await CallAsync(answered.Id);

        (await ClockOfAsync(waiting.Id)).ShouldSatisfyAllConditions(
            r => r.State.ShouldBe("waiting"), r => r.DueAt.ShouldBe(waiting.CreatedAt.AddSeconds(120)), r => r.ElapsedSeconds.ShouldBe(100), r => r.Late.ShouldBeFalse(), r => r.Running.ShouldBe(true));
        var rules = await RulesAsync(new ResponseRulesFields(90, 300, 7_200, 28_800, false));
        (await ClockOfAsync(waiting.Id)).ShouldSatisfyAllConditions(r => r.TargetSeconds.ShouldBe(90), r => r.Late.ShouldBeTrue());
        (await ClockOfAsync(answered.Id)).ShouldSatisfyAllConditions(
            r => r.State.ShouldBe("answered"), r => r.TargetSeconds.ShouldBe(120), r => r.ElapsedSeconds.ShouldBe(100), r => r.ResponseMinutes.ShouldBe(2), r => r.Late.ShouldBeFalse());

        (await TryRulesAsync(new ResponseRulesFields(90, 300, 7_200, 28_800, false), ifVersion: rules.Version + 1)).Error!.Kind.ShouldBe(ErrorKind.Stale);
        await MoveAsync(waiting.Id, "lost", "Wrong number");
        (await ClockOfAsync(waiting.Id)).State.ShouldBe("closed");
    }

    [Fact]
    public async Task Hours_that_Identity_tells_stop_the_clock_and_a_storm_starts_it()
    {
        var lead = await HavingHotAsync();
        await Module.PublishAsync(new BusinessHoursChanged(Guid.CreateVersion7(), Module.Clock.GetUtcNow(), ["monday 13:00-14:00"], []));

        (await ClockOfAsync(lead.Id)).ShouldSatisfyAllConditions(r => r.Running.ShouldBe(false), r => r.DueAt.ShouldBe(new DateTimeOffset(2026, 6, 15, 17, 2, 0, TimeSpan.Zero)));
        (await RulesAsync(new ResponseRulesFields(120, 300, 7_200, 28_800, true))).StormSince.ShouldBe(Module.Clock.GetUtcNow());
        (await ClockOfAsync(lead.Id)).ShouldSatisfyAllConditions(r => r.Running.ShouldBe(true), r => r.DueAt.ShouldBe(lead.CreatedAt.AddSeconds(120)));

        // Half a minute of storm, then the night: only that half minute counts until the office opens.
        Module.Clock.Advance(TimeSpan.FromSeconds(30));
        await RulesAsync(new ResponseRulesFields(120, 300, 7_200, 28_800, false));
        Module.Clock.Advance(TimeSpan.FromHours(1));
        await CallAsync(lead.Id);
        (await GetAsync(lead.Id)).Value.Value.ResponseMinutes.ShouldBe(1);
    }

    [Theory]
    [InlineData(29, 300, 7_200, 28_800, "hot_seconds")]
    [InlineData(120, 300, 7_200, 604_801, "cold_seconds")]
    [InlineData(400, 300, 7_200, 28_800, "hot_seconds")]
    [InlineData(null, 300, 7_200, 28_800, "hot_seconds")]
    public async Task Targets_that_make_no_sense_are_refused(int? hot, int? warm, int? cool, int? cold, string field) =>
        (await TryRulesAsync(new ResponseRulesFields(hot, warm, cool, cold, false))).Error!.Fields.Keys.ShouldContain(field);

    [Fact]
    public async Task Figures_tell_share_median_and_ninetieth_percentile_by_source_hour_and_person()
    {
        var sam = await HavingUserAsync("Sam");
        var maria = await HavingUserAsync("Maria", role: "manager");
        foreach (var seconds in new[] { 30, 60, 90, 300 })
        {
            var lead = await HavingHotAsync(sam);
            await CallAsync(lead.Id, lead.CreatedAt.AddSeconds(seconds));
        }

        var waits = await HavingHotAsync(maria);
        await PatchAsync(waits.Id, new UpdateLead { Source = "phone_inquiry" });
        var lost = await HavingHotAsync(maria);
        await MoveAsync(lost.Id, "lost", "Out of area");
        Module.Clock.Advance(TimeSpan.FromMinutes(2));

        Module.User.Become(maria, "manager", LeadsPermissions.ReadTeamFigures);
        var figures = await FiguresAsync();
        figures.Total.ShouldBe(new ResponseFigure(Leads: 6, Answered: 4, WithinTarget: 3, Missed: 1, SharePercent: 60, MedianSeconds: 75, P90Seconds: 237));
        figures.BySource.Select(s => (s.Source, s.Figure.Leads, s.Figure.SharePercent)).ShouldBe([("website_form", 5, 75), ("phone_inquiry", 1, 0)]);
        figures.ByHour.ShouldHaveSingleItem().Hour.ShouldBe(11);
        figures.ByPerson.Select(p => (p.PersonId, p.Figure.Leads, p.Figure.Answered)).ShouldBe([(sam, 4, 4), (maria, 2, 0)]);

        Module.User.Become(sam, "sales");
        (await FiguresAsync()).ByPerson.ShouldHaveSingleItem().PersonId.ShouldBe(sam);
        (await FiguresAsync("2026-06-16", "2026-06-16")).Total.Leads.ShouldBe(0);
        (await TryFiguresAsync("2026-06-16", "2026-06-15")).Error!.Fields.Keys.ShouldBe(["to"]);

        // Never stale for whoever writes.
        await CallAsync(waits.Id);
        (await FiguresAsync()).Total.Missed.ShouldBe(0);
    }

    private Task<LeadDetails> HavingHotAsync(Guid? assignedTo = null) =>
        HavingAsync(Somebody() with { PropertyValue = 650_000, Urgency = "immediate", AssignedTo = assignedTo });

    private Task CallAsync(Guid leadId, DateTimeOffset? at = null) => Module.PublishAsync(new InteractionLogged(
        Guid.CreateVersion7(), Module.Clock.GetUtcNow(), Guid.CreateVersion7(), null, leadId, null, "phone_call", "outbound", "successful", at ?? Module.Clock.GetUtcNow(), null, null, Guid.CreateVersion7(), "Sam", true));

    private async Task<LeadResponse> ClockOfAsync(Guid id) =>
        (await Module.DoAsync<GetLeadResponseHandler, Result<LeadResponse>>(h => h.HandleAsync(new GetLeadResponse(id), default))).Value;

    private async Task<ResponseRulesDetails> RulesAsync(ResponseRulesFields fields) => (await TryRulesAsync(fields)).Value;

    private Task<Result<ResponseRulesDetails>> TryRulesAsync(ResponseRulesFields fields, uint? ifVersion = null) =>
        Module.DoAsync<ChangeResponseRulesHandler, Result<ResponseRulesDetails>>(h => h.HandleAsync(new ChangeResponseRules(fields, ifVersion), default));

    private async Task<ResponseFigures> FiguresAsync(string? from = null, string? to = null) => (await TryFiguresAsync(from, to)).Value;

    private Task<Result<ResponseFigures>> TryFiguresAsync(string? from, string? to) =>
        Module.DoAsync<GetResponseFiguresHandler, Result<ResponseFigures>>(h => h.HandleAsync(new GetResponseFigures(from, to), default));
}
