using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Company;

/// <summary>What the company is called and where it is; one row at most, none while the configuration holds.</summary>
public sealed class CompanySettings : AggregateRoot
{
    private CompanySettings()
    {
    }

    public CompanySettingsId Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>IANA name.</summary>
    public string Timezone { get; private set; } = "";

    /// <summary>Of telephone numbers without a country: two letters.</summary>
    public string PhoneRegion { get; private set; } = "";

    public static CompanySettings Begin() => new() { Id = CompanySettingsId.Only };

    public void Change(string name, string timezone, string phoneRegion) => (Name, Timezone, PhoneRegion) = (name, timezone, phoneRegion);
}

public readonly record struct CompanySettingsId(Guid Value) : ITypedId<CompanySettingsId>
{
    public static CompanySettingsId Only { get; } = new(new Guid("01900000-0000-7000-8000-000000000002"));

    public static CompanySettingsId From(Guid value) => new(value);
}
