namespace IswitchRoofs.Leads.Domain.Partners;

/// <summary>What people tell us about a partner.</summary>
public sealed record PartnerFacts
{
    public required string CompanyName { get; init; }
    public string? ContactName { get; init; }

    /// <summary>Lower case.</summary>
    public string? Email { get; init; }

    /// <summary>E.164 when it is a valid number of the company's region (V1).</summary>
    public string? Phone { get; init; }
    public required PartnerCategory Category { get; init; }
    public PartnerStatus Status { get; init; }

    /// <summary>Percent.</summary>
    public decimal? CommissionRate { get; init; }
    public DateOnly? AgreementStartsOn { get; init; }
    public DateOnly? AgreementEndsOn { get; init; }
    public string? Notes { get; init; }
}
