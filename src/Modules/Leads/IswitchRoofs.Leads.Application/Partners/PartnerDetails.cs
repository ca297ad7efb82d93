using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Partners;

/// <summary>Everything that is stored of a partner; its figures have their own operation.</summary>
/// <param name="Tier">bronze, silver, gold or platinum: the better of what last month's and this month's referrals earn.</param>
/// <param name="CommissionRate">Percent agreed with this partner; null for the category's.</param>
/// <param name="BaseRate">Percent in force, before the tier.</param>
/// <param name="Multiplier">Of category and tier.</param>
public sealed record PartnerDetails(
    Guid Id, string CompanyName, string? ContactName, string? Email, string? Phone, string Category, string PartnerCode, string Status, string Tier,
    decimal? CommissionRate, decimal BaseRate, decimal Multiplier, DateOnly? AgreementStartsOn, DateOnly? AgreementEndsOn, string? Notes,
    Guid? CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

internal static class PartnerAnswers
{
    public static Versioned<PartnerDetails> ToAnswer(this Partner p) => new(
        new PartnerDetails(
            p.Id.Value, p.CompanyName, p.ContactName, p.Email, p.Phone, WireName.Of(p.Category), p.PartnerCode, WireName.Of(p.Status), WireName.Of(p.Tier),
            p.CommissionRate, p.BaseRate, p.Multiplier, p.AgreementStartsOn, p.AgreementEndsOn, p.Notes, p.CreatedBy, p.CreatedAt, p.UpdatedAt),
        p.Version);
}
