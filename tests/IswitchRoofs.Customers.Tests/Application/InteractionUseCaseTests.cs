using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Tests.Application;

public sealed class InteractionUseCaseTests : CustomersOnPostgres
{
    private static readonly LogInteraction Call = new() { InteractionType = "phone_call", Direction = "outbound", Outcome = "successful", DurationMinutes = 4 };

    [Fact]
    public async Task A_logged_call_is_announced_and_counts_for_the_customer()
    {
        var ann = await HavingAsync(Ann());
        var at = Module.Clock.GetUtcNow().AddHours(-2);

        var call = (await LogAsync(Call with { CustomerId = ann.Id, OccurredAt = at })).Value.Value;
        await LogAsync(Call with { CustomerId = ann.Id, OccurredAt = at.AddDays(-1) });
        await RelayAsync(ann.Id);

        call.CustomerName.ShouldBe("Ann Lee");
        (await GetAsync(ann.Id)).Value.ShouldSatisfyAllConditions(c => c.InteractionCount.ShouldBe(2), c => c.LastInteractionAt.ShouldBe(at));
        (await Module.DoAsync<DeleteInteractionHandler, Result>(h => h.HandleAsync(new DeleteInteraction(call.Id), default))).IsSuccess.ShouldBeTrue();
        await RelayAsync(ann.Id);
        (await GetAsync(ann.Id)).Value.ShouldSatisfyAllConditions(c => c.InteractionCount.ShouldBe(1), c => c.LastInteractionAt.ShouldBe(at.AddDays(-1)));
        (await Module.OutboxAsync()).Select(o => o.Type).Where(t => t.Contains("interaction", StringComparison.Ordinal))
            .ShouldBe(["customers.interaction-logged.v1", "customers.interaction-logged.v1", "customers.interaction-deleted.v1"]);
    }

    [Fact]
    public async Task What_was_logged_with_a_lead_becomes_its_customers()
    {
        var ann = await HavingAsync(Ann());
        var lead = Guid.CreateVersion7();
        var now = Module.Clock.GetUtcNow();
        await Module.PublishAsync(new LeadCreated(Guid.CreateVersion7(), now, lead, "Ann Lee", "referral", "new", 50, "cool", "medium", null, null, null, null, [], null));
        var before = (await LogAsync(Call with { LeadId = lead })).Value.Value;
        (before.CustomerId, before.LeadName).ShouldBe((null, "Ann Lee"));

        await Module.PublishAsync(new LeadUpdated(
            Guid.CreateVersion7(), now.AddSeconds(1), lead, "Ann Lee", "referral", "won", 50, "cool", "medium", null, null, null, null, [], ann.Id));

        var after = (await LogAsync(Call with { LeadId = lead })).Value.Value;
        after.CustomerId.ShouldBe(ann.Id);
        (await SearchAsync(new SearchInteractions(new PageRequest()) { CustomerId = ann.Id })).Items.Select(i => i.Id).ShouldBe([after.Id, before.Id], ignoreOrder: true);
    }

    [Fact]
    public async Task A_project_tells_whom_an_interaction_is_with()
    {
        var ann = await HavingAsync(Ann());
        var roof = Guid.CreateVersion7();
        await Module.PublishAsync(ProjectIs("planning", ann.Id, roof));

        (await LogAsync(Call with { ProjectId = roof })).Value.Value.CustomerId.ShouldBe(ann.Id);
        (await LogAsync(Call with { ProjectId = Guid.CreateVersion7() })).Error!.Code.ShouldBe("interactions.about_nobody");
        (await LogAsync(Call with { CustomerId = Guid.CreateVersion7() })).Error!.Code.ShouldBe("interactions.customer_unknown");
    }

    [Fact]
    public async Task A_customers_interactions_go_to_the_trash_and_come_back_with_it()
    {
        var ann = await HavingAsync(Ann());
        var kept = (await LogAsync(Call with { CustomerId = ann.Id })).Value.Value;
        var gone = (await LogAsync(Call with { CustomerId = ann.Id })).Value.Value;
        await Module.DoAsync<DeleteInteractionHandler, Result>(h => h.HandleAsync(new DeleteInteraction(gone.Id), default));
        Module.Clock.Advance(TimeSpan.FromMinutes(1));

        (await DeleteAsync(ann.Id)).IsSuccess.ShouldBeTrue();
        (await SearchAsync(new SearchInteractions(new PageRequest()))).Items.ShouldBeEmpty();
        (await RestoreAsync(ann.Id)).IsSuccess.ShouldBeTrue();

        (await SearchAsync(new SearchInteractions(new PageRequest()))).Items.ShouldHaveSingleItem().Id.ShouldBe(kept.Id);
    }

    [Fact]
    public async Task Whoever_works_on_projects_sees_and_logs_with_their_customers_only()
    {
        var tech = Guid.CreateVersion7();
        var ann = await HavingAsync(Ann());
        var bob = await HavingAsync(new CreateCustomer { Name = "Bob", Email = "bob@example.com" });
        await Module.PublishAsync(ProjectIs("scheduled", ann.Id, team: tech));
        await LogAsync(Call with { CustomerId = bob.Id });
        Module.User.Become(tech, "field_tech", CustomersPermissions.ReadAssignedInteractions, CustomersPermissions.LogAssignedInteractions);

        var mine = (await LogAsync(Call with { CustomerId = ann.Id })).Value.Value;
        (await LogAsync(Call with { CustomerId = bob.Id })).Error!.Code.ShouldBe("interactions.customer_unknown");
        (await LogAsync(Call with { LeadId = Guid.CreateVersion7() })).IsFailure.ShouldBeTrue();
        (await SearchAsync(new SearchInteractions(new PageRequest()))).Items.ShouldHaveSingleItem().Id.ShouldBe(mine.Id);
        (await Module.DoAsync<GetInteractionStatsHandler, Result<InteractionStats>>(h => h.HandleAsync(new GetInteractionStats(), default))).Value.Total.ShouldBe(1);
        (await Module.DoAsync<ChangeInteractionHandler, Result<Versioned<InteractionDetails>>>(h => h.HandleAsync(new ChangeInteraction(mine.Id, new InteractionPatch()), default)))
            .Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task Follow_ups_are_overdue_today_or_ahead_and_completing_one_logs_the_next_step()
    {
        var ann = await HavingAsync(Ann());
        var today = Module.DoAsync<GetFollowUpsHandler, Result<FollowUps>>(h => h.HandleAsync(new GetFollowUps(), default));
        (await today).Value.Overdue.ShouldBeEmpty();
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Module.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/Detroit")).DateTime);
        var late = (await LogAsync(Call with { CustomerId = ann.Id, FollowUpOn = day.AddDays(-1), Promise = "Send the quote" })).Value.Value;
        var now = (await LogAsync(Call with { CustomerId = ann.Id, FollowUpOn = day })).Value.Value;
        var soon = (await LogAsync(Call with { CustomerId = ann.Id, FollowUpOn = day.AddDays(7) })).Value.Value;
        await LogAsync(Call with { CustomerId = ann.Id, FollowUpOn = day.AddDays(8) });

        var list = (await Module.DoAsync<GetFollowUpsHandler, Result<FollowUps>>(h => h.HandleAsync(new GetFollowUps(UserId: "all"), default))).Value;
        (list.Overdue.Single().Id, list.Today.Single().Id, list.Upcoming.Single().Id).ShouldBe((late.Id, now.Id, soon.Id));
        (await SearchAsync(new SearchInteractions(new PageRequest()) { FollowUp = "overdue" })).Items.Single().Id.ShouldBe(late.Id);
        (await SearchAsync(new SearchInteractions(new PageRequest()) { FollowUp = "due" })).Total.ShouldBe(2);

        var completed = (await CompleteAsync(late.Id, new InteractionFields { InteractionType = "email", Direction = "outbound", Subject = "The quote" })).Value.Value;
        completed.FollowUpCompletedAt.ShouldNotBeNull();
        completed.Next!.ShouldSatisfyAllConditions(n => n.CustomerId.ShouldBe(ann.Id), n => n.Subject.ShouldBe("The quote"));
        (await CompleteAsync(late.Id, null)).Error!.Code.ShouldBe("interactions.follow_up_done");
        (await CompleteAsync(now.Id, new InteractionFields { InteractionType = "pigeon" })).Error!.Fields.Keys.ShouldBe(["next.interaction_type", "next.direction"], ignoreOrder: true);
        (await SearchAsync(new SearchInteractions(new PageRequest()) { FollowUp = "due" })).Items.Single().Id.ShouldBe(now.Id);
    }

    [Fact]
    public async Task The_figures_of_a_period_add_up()
    {
        var ann = await HavingAsync(Ann());
        var start = Module.Clock.GetUtcNow().AddHours(-5);
        await LogAsync(new LogInteraction { CustomerId = ann.Id, InteractionType = "email", Direction = "inbound", OccurredAt = start });
        await LogAsync(Call with { CustomerId = ann.Id, OccurredAt = start.AddMinutes(30) });
        await LogAsync(Call with { CustomerId = ann.Id, OccurredAt = start.AddMinutes(90), Channel = "whatsapp" });
        await LogAsync(Call with { CustomerId = ann.Id, OccurredAt = start.AddMinutes(95), Channel = "whatsapp" });
        await LogAsync(new LogInteraction { CustomerId = ann.Id, InteractionType = "note", Notes = "Has two dogs" });

        var stats = (await StatsAsync(new GetInteractionStats(CustomerId: ann.Id))).Value;

        stats.ShouldSatisfyAllConditions(
            s => s.Total.ShouldBe(5), s => s.ByType.ShouldBe(new Dictionary<string, int> { ["phone_call"] = 3, ["email"] = 1, ["note"] = 1 }, ignoreOrder: true),
            s => (s.Inbound, s.Outbound, s.Internal).ShouldBe((1, 3, 1)), s => s.TotalMinutes.ShouldBe(12), s => s.PreferredChannel.ShouldBe("whatsapp"),
            s => s.MeanReplyMinutes.ShouldBe(30));
        (await StatsAsync(new GetInteractionStats(From: "2031-01-01"))).Value.Total.ShouldBe(0);
        (await StatsAsync(new GetInteractionStats(From: "soon"))).Error!.Fields.Keys.ShouldContain("from");
    }

    [Fact]
    public async Task A_slip_of_the_keyboard_in_the_year_is_not_history()
    {
        var ann = await HavingAsync(Ann());

        var refused = await LogAsync(Call with { CustomerId = ann.Id, OccurredAt = new DateTimeOffset(206, 11, 23, 9, 0, 0, TimeSpan.Zero) });

        refused.Error!.Fields.Keys.ShouldBe(["occurred_at"]);
    }

    private Task<Result<InteractionStats>> StatsAsync(GetInteractionStats query) =>
        Module.DoAsync<GetInteractionStatsHandler, Result<InteractionStats>>(h => h.HandleAsync(query, default));

    private Task<Result<Versioned<InteractionDetails>>> LogAsync(LogInteraction command) =>
        Module.DoAsync<LogInteractionHandler, Result<Versioned<InteractionDetails>>>(h => h.HandleAsync(command, default));

    private Task<Result<Versioned<CompletedFollowUp>>> CompleteAsync(Guid id, InteractionFields? next) =>
        Module.DoAsync<CompleteFollowUpHandler, Result<Versioned<CompletedFollowUp>>>(h => h.HandleAsync(id, new CompleteFollowUp(next), null, default));

    private async Task<PageOf<InteractionDetails>> SearchAsync(SearchInteractions query) =>
        (await Module.DoAsync<SearchInteractionsHandler, Result<PageOf<InteractionDetails>>>(h => h.HandleAsync(query, default))).Value;

    // The relay does not run here; any event of the customer counts its interactions anew.
    private Task RelayAsync(Guid customer) =>
        Module.PublishAsync(new InteractionRestored(Guid.CreateVersion7(), Module.Clock.GetUtcNow(), Guid.CreateVersion7(), customer, null, null));
}
