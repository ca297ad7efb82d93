using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Partners;

public sealed record GetPartner(Guid PartnerId);

public sealed class GetPartnerHandler(IReadRepository<Partner> partners, AnswerCache cache) : IUseCase
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public async Task<Result<Versioned<PartnerDetails>>> HandleAsync(GetPartner request, CancellationToken ct)
    {
        var answer = await cache.GetAsync($"partner:{request.PartnerId}:v1", [$"partners:{request.PartnerId}"], Lifetime,
            async token => (await partners.FirstOrDefaultAsync(new PartnerById(new PartnerId(request.PartnerId)), token))?.ToAnswer(), ct);
        return answer is null ? PartnerErrors.NotFound(request.PartnerId) : answer;
    }
}
