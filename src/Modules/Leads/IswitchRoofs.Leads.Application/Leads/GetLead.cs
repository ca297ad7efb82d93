using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Leads;

public sealed record GetLead(Guid LeadId);

public sealed class GetLeadHandler(IReadRepository<Lead> leads, ScoringRuleSets scoring, AnswerCache cache) : IUseCase
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public async Task<Result<Versioned<LeadDetails>>> HandleAsync(GetLead request, CancellationToken ct)
    {
        var id = new LeadId(request.LeadId);
        var answer = await cache.GetAsync($"lead:{request.LeadId}:v1", [$"leads:{request.LeadId}", ScoringRuleSets.Tag], Lifetime,
            async token => await leads.FirstOrDefaultAsync(new LeadById(id), token) is { } lead ? lead.ToAnswer(await scoring.OfAsync(lead, token)) : null, ct);
        return answer is null ? LeadErrors.NotFound(id) : answer;
    }
}

internal sealed class LeadById : Specification<Lead>
{
    public LeadById(LeadId id) => Query.Where(l => l.Id == id);
}
