using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Scoring;

/// <summary>What would these rules change? Scores all open leads by them and saves nothing (S12).</summary>
public sealed record PreviewScoringRules : ScoringRulesFields
{
    public PreviewScoringRules()
    {
    }

    public PreviewScoringRules(ScoringRulesFields rules) : base(rules)
    {
    }
}

/// <param name="ChangeBand">Leads that would have another temperature.</param>
/// <param name="ChangeScore">Leads that would have another score.</param>
/// <param name="Moves">Leads by the temperature they have and the one they would have, also where it is the same.</param>
/// <param name="MeanBefore">Mean score, with one decimal.</param>
/// <param name="Examples">Up to 20 leads that change band, those with the highest new score.</param>
public sealed record ScoringPreview(
    int OpenLeads, int ChangeBand, int ChangeScore, decimal MeanBefore, decimal MeanAfter, IReadOnlyList<BandMove> Moves, IReadOnlyList<BandChange> Examples);

public sealed record BandMove(string From, string To, int Leads);

public sealed record BandChange(Guid Id, string Name, int FromScore, int ToScore, string From, string To);

public sealed class PreviewScoringRulesHandler(IOpenLeads open, IReadRepository<Lead> leads) : IUseCase
{
    private const int Page = 5_000;
    private const int MostExamples = 20;

    public async Task<Result<ScoringPreview>> HandleAsync(PreviewScoringRules request, CancellationToken ct)
    {
        var check = new Validation();
        var rules = new ScoringRulesCheck(check).Check(request);
        if (check.Failed) return check.ToError();

        var sum = new Sum();
        LeadId? last = null;
        while (true)
        {
            var page = await open.NextAsync(last, Page, ct);
            foreach (var lead in page) sum.Add(lead, lead.By(rules));
            if (page.Count < Page) break;
            last = page[^1].Id;
        }

        var examples = sum.Examples;
        var names = (await leads.ListAsync(new NamesOf([.. examples.Select(e => e.Lead.Id)]), ct)).ToDictionary(n => n.Id, n => n.Name);
        return new ScoringPreview(
            sum.Leads, sum.ChangeBand, sum.ChangeScore, Mean(sum.ScoreBefore, sum.Leads), Mean(sum.ScoreAfter, sum.Leads),
            [.. sum.Moves.OrderBy(m => m.Key.From).ThenBy(m => m.Key.To).Select(m => new BandMove(WireName.Of(m.Key.From), WireName.Of(m.Key.To), m.Value))],
            [.. examples.Select(e => new BandChange(
                e.Lead.Id.Value, names.GetValueOrDefault(e.Lead.Id, ""), e.Before.Score, e.After.Score, WireName.Of(e.Before.Temperature), WireName.Of(e.After.Temperature)))]);
    }

    private static decimal Mean(long sum, int count) => count == 0 ? 0 : Math.Round((decimal)sum / count, 1);

    private sealed class Sum
    {
        private readonly PriorityQueue<RescoredLead, int> _best = new(MostExamples + 1);

        public int Leads { get; private set; }

        public int ChangeBand { get; private set; }

        public int ChangeScore { get; private set; }

        public long ScoreBefore { get; private set; }

        public long ScoreAfter { get; private set; }

        public Dictionary<(Temperature From, Temperature To), int> Moves { get; } = [];

        public IReadOnlyList<RescoredLead> Examples => [.. _best.UnorderedItems.Select(i => i.Element).OrderByDescending(e => e.After.Score).ThenBy(e => e.Lead.Id.Value)];

        public void Add(ScoredLead lead, ScoreAndBand after)
        {
            var before = lead.Stored;
            Leads++;
            ScoreBefore += before.Score;
            ScoreAfter += after.Score;
            if (before.Score != after.Score) ChangeScore++;
            var move = (before.Temperature, after.Temperature);
            Moves[move] = Moves.GetValueOrDefault(move) + 1;
            if (before.Temperature == after.Temperature) return;
            ChangeBand++;
            if (_best.Count < MostExamples) _best.Enqueue(new RescoredLead(lead, after), after.Score);
            else _best.EnqueueDequeue(new RescoredLead(lead, after), after.Score);
        }
    }

    private sealed record LeadName(LeadId Id, string Name);

    private sealed class NamesOf : Specification<Lead, LeadName>
    {
        public NamesOf(LeadId[] ids)
        {
            Query.Where(l => ids.Contains(l.Id));
            Select(l => new LeadName(l.Id, l.FirstName + " " + l.LastName));
        }
    }
}
