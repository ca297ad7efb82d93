using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Stale;

/// <summary>The company's own limits; one row at most, none until somebody changes the standard.</summary>
public sealed class StaleRules : AggregateRoot
{
    private StaleRules()
    {
    }

    public StaleRulesId Id { get; private set; }

    public int New { get; private set; }

    public int Contacted { get; private set; }

    public int Qualified { get; private set; }

    public int AppointmentScheduled { get; private set; }

    public int InspectionCompleted { get; private set; }

    public int QuoteSent { get; private set; }

    public int Negotiation { get; private set; }

    public StaleLimits Limits => new(New, Contacted, Qualified, AppointmentScheduled, InspectionCompleted, QuoteSent, Negotiation);

    public static StaleRules Begin()
    {
        var rules = new StaleRules { Id = StaleRulesId.Only };
        rules.Set(StaleLimits.Standard);
        return rules;
    }

    public void Set(StaleLimits limits) =>
        (New, Contacted, Qualified, AppointmentScheduled, InspectionCompleted, QuoteSent, Negotiation) = limits;
}

public readonly record struct StaleRulesId(Guid Value) : ITypedId<StaleRulesId>
{
    public static StaleRulesId Only { get; } = new(new Guid("01900000-0000-7000-8000-000000000012"));

    public static StaleRulesId From(Guid value) => new(value);
}
