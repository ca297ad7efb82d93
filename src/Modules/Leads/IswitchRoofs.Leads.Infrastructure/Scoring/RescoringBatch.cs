using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Leads.Infrastructure.Scoring;

/// <summary>
/// Scores the next leads by the rules that were saved last: leads, history, audit, event and progress in one transaction, so
/// that whichever host comes next goes on after the last batch that was saved.
/// </summary>
internal sealed class RescoringBatch(LeadsDbContext db, OpenLeads leads, ICacheGenerations cache, ICurrentUser user, TimeProvider clock)
{
    private const string Lock = "leads/rescoring";

    public async Task<BatchOutcome> RunAsync(int size, CancellationToken ct)
    {
        if (!await db.Set<Rescoring>().AnyAsync(r => r.State == RescoringState.Waiting || r.State == RescoringState.Running, ct)) return BatchOutcome.Nothing;
        IReadOnlyList<RescoredLead> stored = [];
        var outcome = await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (!await OwnAsync(ct)) return BatchOutcome.Nothing;
            var (done, changed) = await NextAsync(size, ct);
            if (done == BatchOutcome.Collided) return done;
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            stored = changed;
            return done;
        });
        if (stored.Count > 0) await cache.BumpAsync([.. stored.Select(l => $"leads:{l.Lead.Id.Value}")]);
        return outcome;
    }

    // Ends with the transaction, also when the host dies.
    private async Task<bool> OwnAsync(CancellationToken ct) =>
        (await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock(hashtextextended({Lock}, 0)) AS \"Value\"").ToListAsync(ct))[0];

    private async Task<(BatchOutcome Outcome, IReadOnlyList<RescoredLead> Changed)> NextAsync(int size, CancellationToken ct)
    {
        var waiting = await db.Set<Rescoring>().Where(r => r.State == RescoringState.Waiting || r.State == RescoringState.Running)
            .OrderByDescending(r => r.RulesNumber).ToListAsync(ct);
        if (waiting is not [var run, .. var older]) return (BatchOutcome.Nothing, []);
        foreach (var outdated in older) outdated.GiveWay(clock.GetUtcNow());
        var set = await db.Set<ScoringRuleSet>().AsNoTracking().SingleAsync(s => s.Number == run.RulesNumber, ct);
        var rules = set.Rules with { Version = set.Number };
        if (run.State == RescoringState.Waiting) run.Begin(await leads.CountAsync(ct), clock.GetUtcNow());

        var page = await leads.NextAsync(run.LastLeadId, size, ct);
        if (page.Count > 0)
        {
            var changed = Changed(page, rules);
            if (!await StoreAsync(changed, run, rules, ct)) return (BatchOutcome.Collided, []);
            run.Advance(page[^1].Id, page.Count, changed, clock.GetUtcNow());
            return (BatchOutcome.More, changed);
        }

        // Whoever had read the old rules before they were replaced may have saved a lead by them behind the last batch.
        var late = Changed(await leads.ScoredByOtherRulesAsync(run.RulesNumber, run.CreatedAt, size, ct), rules);
        if (!await StoreAsync(late, run, rules, ct)) return (BatchOutcome.Collided, []);
        run.CatchUp(late, clock.GetUtcNow());
        if (late.Length > 0) return (BatchOutcome.More, late);
        run.Finish(clock.GetUtcNow());
        return (BatchOutcome.Finished, []);
    }

    private static RescoredLead[] Changed(IReadOnlyList<ScoredLead> leads, ScoringRules rules) =>
        [.. leads.Select(lead => new RescoredLead(lead, lead.By(rules))).Where(lead => lead.Before != lead.After)];

    /// <returns>False when somebody changed one of them since it was read; the batch is then read anew.</returns>
    private async Task<bool> StoreAsync(RescoredLead[] changed, Rescoring run, ScoringRules rules, CancellationToken ct)
    {
        if (changed.Length == 0) return true;
        var now = clock.GetUtcNow();
        var ids = changed.Select(l => l.Lead.Id.Value).ToArray();
        var versions = changed.Select(l => (long)l.Lead.Version).ToArray();
        var (scores, oldScores) = (changed.Select(l => l.After.Score).ToArray(), changed.Select(l => l.Before.Score).ToArray());
        var (bands, oldBands) = (changed.Select(l => WireName.Of(l.After.Temperature)).ToArray(), changed.Select(l => WireName.Of(l.Before.Temperature)).ToArray());
        var (historyIds, auditIds) = (changed.Select(_ => Uuid.New(now)).ToArray(), changed.Select(_ => Uuid.New(now)).ToArray());
        var why = $"Scoring rules version {rules.Version}";
        var (kind, actor) = (WireName.Of(LeadHistoryKind.Score), run.Actor);
        var stored = await db.Database.ExecuteSqlAsync(
            $"""
             WITH anew AS MATERIALIZED (
               SELECT * FROM unnest({ids}, {versions}, {scores}, {oldScores}, {bands}, {oldBands}, {historyIds}, {auditIds})
                 AS a(id, version, score, old_score, temperature, old_temperature, history_id, audit_id)),
             updated AS (
               UPDATE leads.leads l SET score = a.score, temperature = a.temperature, scoring_version = {rules.Version}, updated_at = {now}
               FROM anew a WHERE l.id = a.id AND l.xmin = a.version::text::xid RETURNING l.id),
             history AS (
               INSERT INTO leads.lead_history (id, lead_id, kind, "from", "to", reason, actor_id, actor_name, at)
               SELECT a.history_id, a.id, {kind}, a.old_score::text, a.score::text,
                      {why} || CASE WHEN a.temperature = a.old_temperature THEN '' ELSE ': ' || a.temperature || ' instead of ' || a.old_temperature END, {actor.Id}, {actor.Name}, {now}
               FROM anew a JOIN updated USING (id))
             INSERT INTO leads.audit_entries (id, at, actor_kind, actor_id, actor_name, action, entity_type, entity_id, changes)
             SELECT a.audit_id, {now}, {user.Kind}, {user.Id}, {user.Name}, 'updated', 'lead', a.id,
                    CASE WHEN a.score = a.old_score THEN '[]' ELSE jsonb_build_array(jsonb_build_object('field', 'score', 'old', a.old_score, 'new', a.score)) END
                    || CASE WHEN a.temperature = a.old_temperature THEN '[]' ELSE jsonb_build_array(jsonb_build_object('field', 'temperature', 'old', a.old_temperature, 'new', a.temperature)) END
             FROM anew a JOIN updated USING (id)
             """, ct);
        return stored == changed.Length;
    }
}

internal enum BatchOutcome
{
    /// <summary>Nothing waits, or another host is at it.</summary>
    Nothing,

    /// <summary>A person changed one of the leads at the same moment: nothing was saved, try again.</summary>
    Collided,

    /// <summary>There may be more.</summary>
    More,

    Finished,
}
