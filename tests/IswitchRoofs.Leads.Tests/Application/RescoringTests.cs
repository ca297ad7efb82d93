using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Infrastructure.Scoring;
using IswitchRoofs.Leads.Tests.Domain;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;
using Npgsql;

namespace IswitchRoofs.Leads.Tests.Application;

/// <summary>S12 on a real store: what the preview says is what happens, whoever interrupts it.</summary>
public sealed class RescoringTests : LeadsOnPostgres
{
    [Fact]
    public async Task What_the_preview_counts_is_what_saving_changes()
    {
        await HavingLeadsAsync(6);
        var hot = await HavingAsync(Somebody() with { PropertyValue = 650_000, Urgency = "immediate" });
        var warm = await HavingAsync(Somebody() with { PropertyValue = 650_000 });
        var lost = await HavingAsync(Somebody() with { PropertyValue = 650_000 });
        await MoveAsync(lost.Id, "lost", "Too far away");
        var trashed = await HavingAsync(Somebody() with { PropertyValue = 650_000 });
        await DeleteAsync(trashed.Id);
        var untouched = (await GetAsync(hot.Id)).Value.Version;
        var preview = await PreviewAsync(HotFrom(70));

        preview.OpenLeads.ShouldBe(8);
        preview.ChangeBand.ShouldBe(3);
        preview.ChangeScore.ShouldBe(0);
        preview.MeanAfter.ShouldBe(preview.MeanBefore);
        preview.Moves.ShouldBe([new("hot", "hot", 1), new("warm", "hot", 3), new("cool", "cool", 4)]);
        preview.Examples.Count.ShouldBe(3);
        preview.Examples.ShouldContain(new BandChange(warm.Id, $"Ann {warm.LastName}", 76, 76, "warm", "hot"));
        (await GetAsync(warm.Id)).Value.Value.Temperature.ShouldBe("warm");

        (await SaveAsync(HotFrom(70) with { Note = "Storm season" })).Version.ShouldBe(2u);
        (await OverviewAsync()).ShouldSatisfyAllConditions(o => o.IsRunning.ShouldBeTrue(), o => o.Last!.State.ShouldBe("waiting"));
        await FinishAsync(batch: 3);

        (await OverviewAsync()).ShouldSatisfyAllConditions(
            o => o.IsRunning.ShouldBeFalse(), o => o.Last!.State.ShouldBe("done"), o => o.Last!.Total.ShouldBe(8), o => o.Last!.Done.ShouldBe(8),
            o => o.Last!.Changed.ShouldBe(3), o => o.Last!.ChangedBand.ShouldBe(preview.ChangeBand));
        (await GetAsync(warm.Id)).Value.Value.ShouldSatisfyAllConditions(l => l.Temperature.ShouldBe("hot"), l => l.ScoreBreakdown.Temperature.ShouldBe("hot"), l => l.Score.ShouldBe(76));
        (await GetAsync(hot.Id)).Value.Version.ShouldBe(untouched, "what does not change is not written");
        (await GetAsync(lost.Id)).Value.Value.ShouldSatisfyAllConditions(l => l.Temperature.ShouldBe("warm"), l => l.ScoreBreakdown.Temperature.ShouldBe("warm", "explained by the rules of its score"));
        (await RestoreAsync(trashed.Id)).Value.Value.Temperature.ShouldBe("hot");
        (await HavingAsync(Somebody() with { PropertyValue = 650_000 })).Temperature.ShouldBe("hot");
        (await PreviewAsync(HotFrom(70))).ChangeBand.ShouldBe(0);

        (await HistoryAsync(warm.Id)).Items.ShouldContain(h => h.Kind == "score" && h.From == "76" && h.To == "76" && h.Reason == "Scoring rules version 2: hot instead of warm" && h.Actor == "Test");
        (await Module.Database.ScalarAsync<string>($"SELECT changes::text FROM leads.audit_entries WHERE entity_id = '{warm.Id}' ORDER BY at DESC, id DESC LIMIT 1"))
            .ShouldBe("""[{"new": "hot", "old": "warm", "field": "temperature"}]""");
        var told = (await Module.OutboxAsync()).Where(m => m.Type == "leads.leads-rescored.v1").SelectMany(m => m.Payload.GetProperty("Leads").EnumerateArray()).ToArray();
        told.Select(l => (l.GetProperty("LeadId").GetGuid(), l.GetProperty("OldTemperature").GetString(), l.GetProperty("Temperature").GetString()))
            .ShouldBe(preview.Examples.Select(e => (e.Id, (string?)"warm", (string?)"hot")), ignoreOrder: true);
    }

    [Fact]
    public async Task A_worker_that_dies_in_a_batch_leaves_nothing_of_it_and_two_others_do_each_lead_once()
    {
        await HavingLeadsAsync(20);
        await SaveAsync(LessForWebsites());
        (await WorkAsync(7)).ShouldBe(BatchOutcome.More);

        await using (var other = await Module.Database.OpenAsync())
        {
            await using var transaction = await other.BeginTransactionAsync();
            await using var hold = new NpgsqlCommand("SELECT id FROM leads.leads FOR UPDATE", other, transaction);
            await hold.ExecuteNonQueryAsync();
            var dying = WorkAsync(7);
            await TestKit.Eventually.HoldsAsync(
                async () => await Module.Database.ScalarAsync<bool>("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted") || dying.IsCompleted, "it dies");
            await Should.ThrowAsync<Exception>(dying);
        }

        (await OverviewAsync()).Last!.ShouldSatisfyAllConditions(r => r.State.ShouldBe("running"), r => r.Done.ShouldBe(7), r => r.Changed.ShouldBe(7));
        while ((await OverviewAsync()).IsRunning) await Task.WhenAll(WorkAsync(4), WorkAsync(4));

        (await OverviewAsync()).Last!.ShouldSatisfyAllConditions(r => r.Done.ShouldBe(20), r => r.Changed.ShouldBe(20));
        (await Module.Database.ScalarAsync<long>("SELECT count(*) FROM leads.lead_history WHERE kind = 'score' AND reason LIKE 'Scoring rules version 2%'")).ShouldBe(20);
        (await Module.Database.ScalarAsync<long>("SELECT count(DISTINCT lead_id) FROM leads.lead_history WHERE kind = 'score'")).ShouldBe(20);
    }

    [Fact]
    public async Task What_a_person_changes_at_the_same_moment_is_kept_and_scored_too()
    {
        await HavingLeadsAsync(3);
        var lead = await HavingAsync(Somebody() with { PropertyValue = 650_000 });
        await SaveAsync(LessForWebsites());
        Task<BatchOutcome> batch;
        await using (var person = await Module.Database.OpenAsync())
        {
            await using var transaction = await person.BeginTransactionAsync();
            await using var change = new NpgsqlCommand($"UPDATE leads.leads SET property_value = 100000, score = 38, temperature = 'cold' WHERE id = '{lead.Id}'", person, transaction);
            await change.ExecuteNonQueryAsync();
            batch = WorkAsync(100);
            await TestKit.Eventually.HoldsAsync(async () => await Module.Database.ScalarAsync<long>("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0, "it waits for the person");
            await transaction.CommitAsync();
        }

        (await batch).ShouldBe(BatchOutcome.Collided);
        (await OverviewAsync()).Last!.Done.ShouldBe(0);
        await FinishAsync(100);

        // 15 points less for value than it had, and 5 less for coming through the website.
        (await GetAsync(lead.Id)).Value.Value.ShouldSatisfyAllConditions(l => l.PropertyValue.ShouldBe(100_000), l => l.Score.ShouldBe(l.ScoreBreakdown.TotalScore), l => l.ScoreBreakdown.EngagementPoints.ShouldBe(10));
        (await HistoryAsync(lead.Id)).Items.Single(h => h.Kind == "score").From.ShouldBe("38");
    }

    [Fact]
    public async Task A_lead_saved_by_the_old_rules_behind_the_last_batch_is_caught_up()
    {
        await HavingLeadsAsync(2);
        await SaveAsync(LessForWebsites());
        (await WorkAsync(100)).ShouldBe(BatchOutcome.More);

        // As a request leaves it that had read the rules before they were replaced.
        await Module.Database.ExecuteAsync($"UPDATE leads.leads SET score = score + 5, scoring_version = 1, updated_at = '{Module.Clock.GetUtcNow():O}' WHERE id = (SELECT min(id::text)::uuid FROM leads.leads)");
        await FinishAsync(100);

        (await Module.Database.ScalarAsync<long>("SELECT count(*) FROM leads.leads WHERE scoring_version = 2")).ShouldBe(2);
        (await PreviewAsync(LessForWebsites())).ChangeScore.ShouldBe(0);
    }

    [Fact]
    public async Task Newer_rules_take_over_from_a_run_and_old_ones_are_used_again_as_a_new_version()
    {
        await HavingLeadsAsync(6);
        var before = (await SearchAsync(new SearchLeads())).Items.Select(l => (l.Id, l.Score)).ToArray();
        await SaveAsync(LessForWebsites());
        await WorkAsync(2);
        await SaveAsync(StandardFields.Change with { Note = "As it was" }, ifVersion: 2);
        await FinishAsync(2);

        (await Module.Database.ScalarAsync<string>("SELECT string_agg(rules_number || ' ' || state || ' ' || changed, ', ' ORDER BY rules_number) FROM leads.rescorings"))
            .ShouldBe("2 superseded 2, 3 done 2");
        (await SearchAsync(new SearchLeads())).Items.Select(l => (l.Id, l.Score)).ShouldBe(before);
        (await VersionsAsync()).Items.Select(v => (v.Version, v.IsActive, v.Note)).ShouldBe(
            [(3, true, "As it was"), (2, false, null), (1, false, "The rules that come with the program")]);
    }

    [Fact]
    public async Task Two_admins_do_not_overwrite_each_other_and_saving_the_same_is_no_version()
    {
        (await SaveAsync(StandardFields.Change)).Version.ShouldBe(1u);
        (await OverviewAsync()).Last.ShouldBeNull();

        var both = await Task.WhenAll(TrySaveAsync(HotFrom(70), 1), TrySaveAsync(HotFrom(75), 1));
        both.Count(r => r.IsSuccess).ShouldBe(1);
        both.Single(r => r.IsFailure).Error!.Kind.ShouldBe(ErrorKind.Stale);
        (await TrySaveAsync(HotFrom(90), 1)).Error!.Kind.ShouldBe(ErrorKind.Stale);
        (await VersionsAsync()).Items.Count.ShouldBe(2);
    }

    /// <summary>Two of three are cool, one is warm.</summary>
    private async Task HavingLeadsAsync(int count)
    {
        for (var i = 0; i < count; i++) await HavingAsync(Somebody() with { PropertyValue = i % 3 == 0 ? 650_000 : 200_000 });
    }

    private static ChangeScoringRules HotFrom(int score) => StandardFields.Change with { Bands = new(score, 60, 40) };

    private static ChangeScoringRules LessForWebsites() => StandardFields.Change with
    {
        Engagement = StandardFields.Change.Engagement! with { Sources = new Dictionary<string, int?>(StandardFields.Change.Engagement!.Sources!) { ["website_form"] = 10 } },
    };

    private async Task<ScoringPreview> PreviewAsync(ScoringRulesFields rules) =>
        (await Module.DoAsync<PreviewScoringRulesHandler, Result<ScoringPreview>>(h => h.HandleAsync(new PreviewScoringRules(rules), default))).Value;

    private async Task<Versioned<ScoringRuleSetDetails>> SaveAsync(ChangeScoringRules rules, uint? ifVersion = null) => (await TrySaveAsync(rules, ifVersion)).Value;

    private Task<Result<Versioned<ScoringRuleSetDetails>>> TrySaveAsync(ChangeScoringRules rules, uint? ifVersion = null) =>
        Module.DoAsync<ChangeScoringRulesHandler, Result<Versioned<ScoringRuleSetDetails>>>(h => h.HandleAsync(rules, ifVersion, default));

    private async Task<RescoringOverview> OverviewAsync() =>
        (await Module.DoAsync<GetRescoringHandler, Result<RescoringOverview>>(h => h.HandleAsync(new GetRescoring(), default))).Value;

    private async Task<ScoringVersions> VersionsAsync() =>
        (await Module.DoAsync<GetScoringVersionsHandler, Result<ScoringVersions>>(h => h.HandleAsync(new GetScoringVersions(), default))).Value;

    /// <summary>One batch, as a host's job does it.</summary>
    private Task<BatchOutcome> WorkAsync(int batch) => Module.DoAsync<RescoringBatch, BatchOutcome>(b => b.RunAsync(batch, default));

    private async Task FinishAsync(int batch)
    {
        while (await WorkAsync(batch) != BatchOutcome.Finished) (await OverviewAsync()).IsRunning.ShouldBeTrue();
    }
}
