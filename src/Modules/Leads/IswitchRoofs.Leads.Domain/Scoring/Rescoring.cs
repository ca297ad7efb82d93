using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Scoring;

/// <summary>
/// Scores all open leads anew after the rules were changed (S12), a batch at a time in the order of their ids: wherever it
/// was broken off, the next batch goes on.
/// </summary>
public sealed class Rescoring : AggregateRoot
{
    private Rescoring()
    {
    }

    public RescoringId Id { get; private set; }

    /// <summary>Of the rule set that the leads are scored by.</summary>
    public int RulesNumber { get; private set; }

    public RescoringState State { get; private set; }

    /// <summary>Open leads when it began.</summary>
    public int Total { get; private set; }

    public int Done { get; private set; }

    /// <summary>Leads with another score or temperature than before.</summary>
    public int Changed { get; private set; }

    public int ChangedBand { get; private set; }

    public LeadId? LastLeadId { get; private set; }

    public Guid? RequestedBy { get; private set; }

    public string RequestedByName { get; private set; } = "";

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public Actor Actor => new(RequestedBy, RequestedByName);

    public static Rescoring By(ScoringRuleSet rules, DateTimeOffset now) => new()
    {
        Id = new RescoringId(Uuid.New(now)),
        RulesNumber = rules.Number,
        State = RescoringState.Waiting,
        RequestedBy = rules.CreatedBy,
        RequestedByName = rules.CreatedByName,
    };

    public void Begin(int openLeads, DateTimeOffset now) => (State, Total, StartedAt) = (RescoringState.Running, openLeads, now);

    /// <summary>A batch is done: all leads up to <paramref name="last"/>, of which some changed.</summary>
    public void Advance(LeadId last, int leads, IReadOnlyList<RescoredLead> changed, DateTimeOffset now)
    {
        LastLeadId = last;
        Done += leads;
        Note(changed, now);
    }

    /// <summary>Leads that somebody saved by the old rules while it ran.</summary>
    public void CatchUp(IReadOnlyList<RescoredLead> changed, DateTimeOffset now) => Note(changed, now);

    public void Finish(DateTimeOffset now) => (State, FinishedAt) = (RescoringState.Done, now);

    /// <summary>Newer rules were saved before it was done.</summary>
    public void GiveWay(DateTimeOffset now) => (State, FinishedAt) = (RescoringState.Superseded, now);

    private void Note(IReadOnlyList<RescoredLead> changed, DateTimeOffset now)
    {
        Changed += changed.Count;
        ChangedBand += changed.Count(l => l.Before.Temperature != l.After.Temperature);
        if (changed.Count > 0) Raise(new LeadsScoredAnew(this, changed, now));
    }
}

public enum RescoringState
{
    Waiting,
    Running,
    Done,
    Superseded,
}

public readonly record struct RescoringId(Guid Value) : ITypedId<RescoringId>
{
    public static RescoringId From(Guid value) => new(value);
}

public readonly record struct ScoreAndBand(int Score, Temperature Temperature);

/// <summary>A lead with its score, and what the score depends on.</summary>
public sealed record ScoredLead(LeadId Id, ScoringInput Input, ScoreAndBand Stored, uint Version)
{
    public ProjectType? ProjectType { get; init; }

    public decimal? EstimatedValue { get; init; }

    public Guid? AssignedTo { get; init; }

    public ScoreAndBand By(ScoringRules rules)
    {
        var score = ScoringPolicy.Score(Input, rules);
        return new(score.Total, score.Temperature);
    }
}

public sealed record RescoredLead(ScoredLead Lead, ScoreAndBand After)
{
    public ScoreAndBand Before => Lead.Stored;
}

/// <summary>A batch of leads has other scores now.</summary>
public sealed record LeadsScoredAnew(Rescoring Rescoring, IReadOnlyList<RescoredLead> Leads, DateTimeOffset OccurredAt) : IDomainEvent;
