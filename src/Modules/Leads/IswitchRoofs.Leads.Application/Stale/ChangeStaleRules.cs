using IswitchRoofs.Leads.Domain.Stale;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Stale;

/// <summary>Sets the limits; they hold at once for every open lead.</summary>
public sealed record ChangeStaleRules(StaleRulesFields Fields, uint? IfVersion = null);

/// <summary>Days by status, 1 to 365, all required.</summary>
public sealed record StaleRulesFields
{
    public int? New { get; init; }
    public int? Contacted { get; init; }
    public int? Qualified { get; init; }
    public int? AppointmentScheduled { get; init; }
    public int? InspectionCompleted { get; init; }
    public int? QuoteSent { get; init; }
    public int? Negotiation { get; init; }
}

public sealed class ChangeStaleRulesHandler(IRepository<StaleRules> store) : IUseCase
{
    public async Task<Result<StaleRulesDetails>> HandleAsync(ChangeStaleRules command, CancellationToken ct)
    {
        var check = new Validation();
        var fields = command.Fields;
        var limits = new StaleLimits(
            Days("new", fields.New), Days("contacted", fields.Contacted), Days("qualified", fields.Qualified), Days("appointment_scheduled", fields.AppointmentScheduled),
            Days("inspection_completed", fields.InspectionCompleted), Days("quote_sent", fields.QuoteSent), Days("negotiation", fields.Negotiation));
        if (check.Failed) return check.ToError();

        var rules = await store.FindAsync(StaleRulesId.Only, ct);
        if (command.IfVersion is { } version && version != (rules?.Version ?? 0)) return Error.Stale(rules?.Version ?? 0);
        if (rules is null) store.Add(rules = StaleRules.Begin());
        rules.Set(limits);
        await store.SaveChangesAsync(ct);
        return StaleRulesDetails.Of(rules, isDefault: false);

        int Days(string field, int? value)
        {
            if (value is null) check.Add(field, "is required.");
            return check.Range(field, value, StaleLimits.Shortest, StaleLimits.Longest) ?? 0;
        }
    }
}
