using System.Text.Json.Serialization;
using IswitchRoofs.Identity.Application.WorkingTime;
using IswitchRoofs.Identity.Domain.Company;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Company;

public sealed record GetBusinessHours;

/// <param name="BusinessHours">A weekday that is missing is closed.</param>
/// <param name="IsDefault">Nobody has changed it yet.</param>
public sealed record BusinessHoursDetails(
    IReadOnlyList<WorkingDayDetails> BusinessHours, IReadOnlyList<HolidayDetails> Holidays, bool IsDefault, [property: JsonIgnore] uint Version)
{
    internal static BusinessHoursDetails Of(BusinessHours hours, bool isDefault) => new(
        [.. hours.Hours.Select(WorkingDay.Parse).Select(WorkingDays.Describe)],
        [.. hours.Holidays.Select(Holiday.Parse).Select(h => new HolidayDetails(h.Date, h.Name))],
        isDefault, hours.Version);
}

public sealed record HolidayDetails(DateOnly? Date, string? Name = null);

public sealed class GetBusinessHoursHandler(IRepository<BusinessHours> store, TimeProvider clock) : IUseCase
{
    public async Task<Result<BusinessHoursDetails>> HandleAsync(GetBusinessHours request, CancellationToken ct)
    {
        if (await store.FindAsync(BusinessHoursId.Only, ct) is { } known) return BusinessHoursDetails.Of(known, isDefault: false);
        var standard = BusinessHours.Begin();
        standard.Open(BusinessHours.StandardHours, [], clock.GetUtcNow());
        return BusinessHoursDetails.Of(standard, isDefault: true);
    }
}
