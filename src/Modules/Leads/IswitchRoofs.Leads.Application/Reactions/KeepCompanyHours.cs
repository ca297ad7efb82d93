using IswitchRoofs.IntegrationEvents.Identity;
using IswitchRoofs.Leads.Application.Response;
using IswitchRoofs.Leads.Domain.Response;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Reactions;

/// <summary>Keeps when the company is open: outside it the response clock stands still (R1).</summary>
public sealed class KeepCompanyHours(IRepository<CompanyHours> store) : IReaction
{
    public async Task<Result> HandleAsync(BusinessHoursChanged e, CancellationToken ct)
    {
        var hours = await store.FirstOrDefaultAsync(new TheCompanyHours(), ct);
        if (hours is null) store.Add(hours = CompanyHours.Begin());
        hours.Learn(e.Hours, e.Holidays, e.OccurredAt);
        return Result.Success();
    }
}
