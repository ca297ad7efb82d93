using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Scoring;

/// <summary>One saved version of the rules. Versions are only added, and the last one holds: an older one is used again by saving it anew.</summary>
public sealed class ScoringRuleSet : AggregateRoot
{
    private ScoringRuleSet()
    {
    }

    public ScoringRuleSetId Id { get; private set; }

    public int Number { get; private set; }

    public ScoringRules Rules { get; private set; } = ScoringRules.Standard;

    /// <summary>Why it was changed.</summary>
    public string? Note { get; private set; }

    public Guid? CreatedBy { get; private set; }

    public string CreatedByName { get; private set; } = "";

    public static ScoringRuleSet After(int latest, ScoringRules rules, string? note, Actor by, DateTimeOffset now) => new()
    {
        Id = new ScoringRuleSetId(Uuid.New(now)),
        Number = latest + 1,
        Rules = rules with { Version = latest + 1 },
        Note = note,
        CreatedBy = by.Id,
        CreatedByName = by.Name,
    };
}

public readonly record struct ScoringRuleSetId(Guid Value) : ITypedId<ScoringRuleSetId>
{
    public static ScoringRuleSetId From(Guid value) => new(value);
}
