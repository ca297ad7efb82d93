using IswitchRoofs.Identity.Application.WorkingTime;
using IswitchRoofs.Identity.Domain.Company;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Company;

/// <summary>Replaces hours and holidays; appointments that are booked already stay.</summary>
public sealed record ChangeBusinessHours(BusinessHoursFields Fields, uint? IfVersion = null);

public sealed record BusinessHoursFields(IReadOnlyList<WorkingDayDetails?>? BusinessHours, IReadOnlyList<HolidayDetails?>? Holidays = null);

public sealed class ChangeBusinessHoursHandler(IRepository<BusinessHours> store, TimeProvider clock) : IUseCase
{
    private const int MostHolidays = 200;
    private const int LongestName = 100;

    public async Task<Result<BusinessHoursDetails>> HandleAsync(ChangeBusinessHours command, CancellationToken ct)
    {
        var check = new Validation();
        var days = WorkingDays.Check(check, "business_hours", command.Fields.BusinessHours ?? []);
        if (command.Fields.BusinessHours is null or []) check.Add("business_hours", "must hold at least one day: a company that is never open books nothing.");
        var holidays = Holidays(check, command.Fields.Holidays ?? []);
        if (check.Failed) return check.ToError();

        var hours = await store.FindAsync(BusinessHoursId.Only, ct);
        if (command.IfVersion is { } version && version != (hours?.Version ?? 0)) return Error.Stale(hours?.Version ?? 0);
        if (hours is null) store.Add(hours = BusinessHours.Begin());
        hours.Open(days, holidays, clock.GetUtcNow());
        await store.SaveChangesAsync(ct);
        return BusinessHoursDetails.Of(hours, isDefault: false);
    }

    private static List<Holiday> Holidays(Validation check, IReadOnlyList<HolidayDetails?> values)
    {
        var holidays = new List<Holiday>();
        if (values.Count > MostHolidays) check.Add("holidays", $"must hold at most {MostHolidays} days.");
        for (var i = 0; i < values.Count && i < MostHolidays; i++)
        {
            var name = check.Text($"holidays[{i}].name", values[i]?.Name, LongestName);
            if (values[i]?.Date is not { } date) check.Add($"holidays[{i}].date", "is required.");
            else if (date.Year is < 2000 or > 2100) check.Add($"holidays[{i}].date", "must lie between 2000 and 2100.");
            else if (holidays.Any(h => h.Date == date)) check.Add($"holidays[{i}].date", "is there twice.");
            else holidays.Add(new Holiday(date, name));
        }

        return holidays;
    }
}
