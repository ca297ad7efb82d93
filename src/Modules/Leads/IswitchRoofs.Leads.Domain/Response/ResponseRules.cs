using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Response;

/// <summary>The company's targets and storms; one row at most, none until somebody changes the standard.</summary>
public sealed class ResponseRules : AggregateRoot
{
    private const int StormsKept = 50;

    private ResponseRules()
    {
    }

    public ResponseRulesId Id { get; private set; }

    public int HotSeconds { get; private set; } = ResponseTargets.Standard.Hot;

    public int WarmSeconds { get; private set; } = ResponseTargets.Standard.Warm;

    public int CoolSeconds { get; private set; } = ResponseTargets.Standard.Cool;

    public int ColdSeconds { get; private set; } = ResponseTargets.Standard.Cold;

    /// <summary>One <see cref="StormPeriod"/> each, the oldest first; what was counted in a storm stays counted after it.</summary>
    public IReadOnlyList<string> Storms { get; private set; } = [];

    public ResponseTargets Targets => new(HotSeconds, WarmSeconds, CoolSeconds, ColdSeconds);

    /// <summary>Since when storm mode is on; null: it is off.</summary>
    public DateTimeOffset? StormSince => Storms is [.., var last] && StormPeriod.Parse(last) is { To: null } running ? running.From : null;

    public static ResponseRules Begin() => new() { Id = ResponseRulesId.Only };

    public void Aim(ResponseTargets targets) => (HotSeconds, WarmSeconds, CoolSeconds, ColdSeconds) = (targets.Hot, targets.Warm, targets.Cool, targets.Cold);

    public void SetStormMode(bool on, DateTimeOffset now)
    {
        if (on == StormSince is not null) return;
        Storms = on
            ? [.. Storms.TakeLast(StormsKept - 1), new StormPeriod(now, null).ToString()]
            : [.. Storms.SkipLast(1), (StormPeriod.Parse(Storms[^1]) with { To = now }).ToString()];
    }
}

public readonly record struct ResponseRulesId(Guid Value) : ITypedId<ResponseRulesId>
{
    public static ResponseRulesId Only { get; } = new(new Guid("01900000-0000-7000-8000-000000000011"));

    public static ResponseRulesId From(Guid value) => new(value);
}
