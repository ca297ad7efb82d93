using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Scoring;

/// <summary>What would a lead like this score? Saves nothing, so names and contacts may be missing.</summary>
public sealed record PreviewScore : LeadFields
{
    public string? Status { get; init; }
    public int? ResponseMinutes { get; init; }
    public int? InteractionCount { get; init; }
}

public sealed class PreviewScoreHandler(ScoringRuleSets scoring, IPhoneNumbers phones) : IUseCase
{
    private const int LongestResponse = 10_000_000;

    public async Task<Result<ScoreExplanation>> HandleAsync(PreviewScore request, CancellationToken ct)
    {
        var check = new Validation();
        var source = check.Enum<LeadSource>("source", request.Source);
        var status = check.Enum<LeadStatus>("status", request.Status) ?? LeadStatus.New;
        var facts = LeadFieldsCheck.Check(request, phones, check, forPreview: true);
        var response = check.Range("response_minutes", request.ResponseMinutes, 0, LongestResponse);
        var interactions = check.Range("interaction_count", request.InteractionCount, 0, 1_000_000) ?? 0;
        if (check.Failed) return check.ToError();
        return ScoreExplanation.Of(ScoringPolicy.Score(new ScoringInput(
            source, status, facts.ZipCode, facts.PropertyValue, facts.Urgency, facts.BudgetMin,
            facts.BudgetConfirmed, facts.IsDecisionMaker, response, interactions), await scoring.ActiveAsync(ct)));
    }
}
