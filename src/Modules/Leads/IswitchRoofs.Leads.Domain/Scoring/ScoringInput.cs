using IswitchRoofs.Leads.Domain.Leads;

namespace IswitchRoofs.Leads.Domain.Scoring;

/// <summary>Everything the score depends on (S11): a change of any of it rescores.</summary>
/// <param name="ResponseMinutes">Minutes from creation to the first human contact; null while there is none.</param>
public sealed record ScoringInput(
    LeadSource? Source,
    LeadStatus Status,
    string? ZipCode,
    decimal? PropertyValue,
    Urgency? Urgency,
    decimal? BudgetMin,
    bool BudgetConfirmed,
    bool IsDecisionMaker,
    int? ResponseMinutes,
    int InteractionCount);
