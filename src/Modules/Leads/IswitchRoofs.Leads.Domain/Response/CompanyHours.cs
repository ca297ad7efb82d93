using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Response;

/// <summary>When the company is open, as Identity told last; one row at most, none while the default holds.</summary>
public sealed class CompanyHours : Entity
{
    public const int Only = 1;

    private CompanyHours()
    {
    }

    public int Id { get; private set; }

    public IReadOnlyList<string> Hours { get; private set; } = [];

    public IReadOnlyList<string> Holidays { get; private set; } = [];

    public DateTimeOffset AsOf { get; private set; }

    public static CompanyHours Begin() => new() { Id = Only };

    public void Learn(IReadOnlyList<string> hours, IReadOnlyList<string> holidays, DateTimeOffset at)
    {
        if (at < AsOf) return;
        (Hours, Holidays, AsOf) = (hours, holidays, at);
    }
}
