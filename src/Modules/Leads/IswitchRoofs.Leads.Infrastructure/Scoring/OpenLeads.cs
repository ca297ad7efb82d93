using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Leads.Infrastructure.Scoring;

/// <inheritdoc/>
internal sealed class OpenLeads(LeadsDbContext db) : IOpenLeads
{
    public Task<IReadOnlyList<ScoredLead>> NextAsync(LeadId? after, int atMost, CancellationToken ct) =>
        ReadAsync($"id > {after?.Value ?? Guid.Empty} ORDER BY id LIMIT {atMost}", ct);

    /// <summary>Saved since then by somebody who had read other rules than these.</summary>
    public Task<IReadOnlyList<ScoredLead>> ScoredByOtherRulesAsync(int rules, DateTimeOffset since, int atMost, CancellationToken ct) =>
        ReadAsync($"scoring_version <> {rules} AND updated_at >= {since} ORDER BY id LIMIT {atMost}", ct);

    public Task<int> CountAsync(CancellationToken ct) => db.Leads.CountAsync(l => l.Status != LeadStatus.Won && l.Status != LeadStatus.Lost && l.Status != LeadStatus.Nurture, ct);

    private async Task<IReadOnlyList<ScoredLead>> ReadAsync(FormattableString which, CancellationToken ct)
    {
        // The columns by name: of a hundred thousand leads nothing is read that the score does not need.
        var sql = "SELECT id, xmin::text::bigint AS version, source, status, zip_code, property_value, urgency, budget_min, budget_confirmed, is_decision_maker, response_minutes, "
            + "interaction_count, score, temperature, project_type, estimated_value, assigned_to FROM leads.leads "
            + $"WHERE deleted_at IS NULL AND status = ANY({{{which.ArgumentCount}}}) AND {which.Format}";
        var rows = await db.Database.SqlQueryRaw<Row>(sql, [.. which.GetArguments()!, OpenLeadStatuses.Stored]).ToListAsync(ct);
        return [.. rows.Select(r => r.ToLead())];
    }

    private sealed record Row(
        Guid Id, long Version, string Source, string Status, string? ZipCode, decimal? PropertyValue, string? Urgency, decimal? BudgetMin, bool BudgetConfirmed, bool IsDecisionMaker,
        int? ResponseMinutes, int InteractionCount, int Score, string Temperature, string? ProjectType, decimal? EstimatedValue, Guid? AssignedTo)
    {
        public ScoredLead ToLead() => new(
            new LeadId(Id),
            new ScoringInput(
                WireName.Parse<LeadSource>(Source), WireName.Parse<LeadStatus>(Status), ZipCode, PropertyValue, Urgency is null ? null : WireName.Parse<Urgency>(Urgency),
                BudgetMin, BudgetConfirmed, IsDecisionMaker, ResponseMinutes, InteractionCount),
            new ScoreAndBand(Score, WireName.Parse<Temperature>(Temperature)), (uint)Version)
        {
            ProjectType = ProjectType is null ? null : WireName.Parse<ProjectType>(ProjectType), EstimatedValue = EstimatedValue, AssignedTo = AssignedTo,
        };
    }
}
