using IswitchRoofs.IntegrationEvents.Identity;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Scheduling.Domain.Replicas;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Reactions;

/// <summary>Keeps when the company is open.</summary>
public sealed class CompanyHoursReplica(IRepository<CompanyHours> store) : IReaction
{
    public async Task<Result> HandleAsync(BusinessHoursChanged e, CancellationToken ct)
    {
        var hours = await store.FirstOrDefaultAsync(new TheCompanyHours(), ct);
        if (hours is null) store.Add(hours = CompanyHours.Begin());
        hours.Learn(e.Hours, e.Holidays, e.OccurredAt);
        return Result.Success();
    }
}
