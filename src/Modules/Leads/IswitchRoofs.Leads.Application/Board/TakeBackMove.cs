using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Board;

/// <summary>Undo of the caller's last move of a lead.</summary>
public sealed record TakeBackMove(Guid LeadId);

public sealed class TakeBackMoveHandler(IRepository<Lead> leads, IReadRepository<LeadHistoryEntry> history, ScoringRuleSets scoring, ICurrentUser user, TimeProvider clock) : IUseCase
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public async Task<Result<Versioned<LeadDetails>>> HandleAsync(TakeBackMove request, CancellationToken ct)
    {
        var id = new LeadId(request.LeadId);
        var lead = await leads.FindAsync(id, ct);
        if (lead is null) return LeadErrors.NotFound(id);

        var now = clock.GetUtcNow();
        var moves = await history.ListAsync(new LastMoves(id), ct);
        if (moves is not [var last, ..] || last.ActorId != user.Id || last.At < now - Window
            || !WireName.TryParse<LeadStatus>(last.From, out var from) || !WireName.TryParse<LeadStatus>(last.To, out var to)) return LeadErrors.NothingToTakeBack();
        var lostBecause = moves.FirstOrDefault(m => m.To == WireName.Of(LeadStatus.Lost))?.Reason;
        var rules = await scoring.ActiveAsync(ct);
        var back = lead.TakeBackMove(from, to, lostBecause, rules, user.ToActor(), now);
        if (back.IsFailure) return back.Error;
        await leads.SaveChangesAsync(ct);
        return lead.ToAnswer(rules);
    }

    private sealed class LastMoves : Specification<LeadHistoryEntry>
    {
        public LastMoves(LeadId id) => Query.Where(h => h.LeadId == id && h.Kind == LeadHistoryKind.Status).OrderByDescending(h => h.At).ThenByDescending(h => h.Id).Take(20);
    }
}
