using IswitchRoofs.Leads.Domain.Response;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Response;

/// <summary>Sets the targets and switches storm mode; holds at once for every lead that waits. What was answered keeps its figure.</summary>
public sealed record ChangeResponseRules(ResponseRulesFields Fields, uint? IfVersion = null);

public sealed record ResponseRulesFields(int? HotSeconds, int? WarmSeconds, int? CoolSeconds, int? ColdSeconds, bool? StormMode);

public sealed class ChangeResponseRulesHandler(IRepository<ResponseRules> store, TimeProvider clock) : IUseCase
{
    public async Task<Result<ResponseRulesDetails>> HandleAsync(ChangeResponseRules command, CancellationToken ct)
    {
        var check = new Validation();
        var fields = command.Fields;
        var seconds = new[]
        {
            Seconds("hot_seconds", fields.HotSeconds), Seconds("warm_seconds", fields.WarmSeconds), Seconds("cool_seconds", fields.CoolSeconds), Seconds("cold_seconds", fields.ColdSeconds),
        };
        if (fields.StormMode is null) check.Add("storm_mode", "is required.");
        if (!check.Failed && !seconds.SequenceEqual(seconds.Order())) check.Add("hot_seconds", "must not be longer than warm, warm not than cool, cool not than cold.");
        if (check.Failed) return check.ToError();

        var rules = await store.FindAsync(ResponseRulesId.Only, ct);
        if (command.IfVersion is { } version && version != (rules?.Version ?? 0)) return Error.Stale(rules?.Version ?? 0);
        if (rules is null) store.Add(rules = ResponseRules.Begin());
        rules.Aim(new ResponseTargets(seconds[0], seconds[1], seconds[2], seconds[3]));
        rules.SetStormMode(fields.StormMode!.Value, clock.GetUtcNow());
        await store.SaveChangesAsync(ct);
        return ResponseRulesDetails.Of(rules, isDefault: false);

        int Seconds(string field, int? value)
        {
            if (value is null) check.Add(field, "is required.");
            return check.Range(field, value, ResponseTargets.Shortest, ResponseTargets.Longest) ?? 0;
        }
    }
}
