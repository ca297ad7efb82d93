using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Partners;

/// <summary>A partner's fields as clients send them.</summary>
public record PartnerFields
{
    /// <summary>1 to 200 characters.</summary>
    public string? CompanyName { get; init; }
    public string? ContactName { get; init; }
    public string? Email { get; init; }

    /// <summary>Any usual formatting is accepted.</summary>
    public string? Phone { get; init; }

    /// <summary>insurance_agent, real_estate_agent, property_manager, contractor or home_inspector.</summary>
    public string? Category { get; init; }

    /// <summary>Stands in the public link: 3 to 40 lower-case letters, digits and dashes. Leave out to have one made of the company's name.</summary>
    public string? PartnerCode { get; init; }

    /// <summary>pending, active or inactive; only active partners refer.</summary>
    public string? Status { get; init; }

    /// <summary>Percent of the project's value, agreed instead of the category's; 0 to 50.</summary>
    public decimal? CommissionRate { get; init; }
    public DateOnly? AgreementStartsOn { get; init; }
    public DateOnly? AgreementEndsOn { get; init; }
    public string? Notes { get; init; }
}

/// <summary>Changes some fields of a partner (JSON Merge Patch); what is absent stays.</summary>
public sealed record UpdatePartner
{
    public Optional<string?> CompanyName { get; init; }
    public Optional<string?> ContactName { get; init; }
    public Optional<string?> Email { get; init; }
    public Optional<string?> Phone { get; init; }
    public Optional<string?> Category { get; init; }

    /// <summary>Changes only while nobody was referred.</summary>
    public Optional<string?> PartnerCode { get; init; }
    public Optional<string?> Status { get; init; }
    public Optional<decimal?> CommissionRate { get; init; }
    public Optional<DateOnly?> AgreementStartsOn { get; init; }
    public Optional<DateOnly?> AgreementEndsOn { get; init; }
    public Optional<string?> Notes { get; init; }

    internal PartnerFields Over(Partner current) => new()
    {
        CompanyName = CompanyName.Or(current.CompanyName),
        ContactName = ContactName.Or(current.ContactName),
        Email = Email.Or(current.Email),
        Phone = Phone.Or(current.Phone),
        Category = Category.Or(WireName.Of(current.Category)),
        PartnerCode = PartnerCode.Or(current.PartnerCode),
        Status = Status.Or(WireName.Of(current.Status)),
        CommissionRate = CommissionRate.Or(current.CommissionRate),
        AgreementStartsOn = AgreementStartsOn.Or(current.AgreementStartsOn),
        AgreementEndsOn = AgreementEndsOn.Or(current.AgreementEndsOn),
        Notes = Notes.Or(current.Notes),
    };
}

internal static class PartnerFieldsCheck
{
    /// <summary>What is wrong is added to <paramref name="check"/>; then the answer must not be used.</summary>
    public static PartnerFacts Check(PartnerFields fields, IPhoneNumbers phones, Validation check)
    {
        var facts = new PartnerFacts
        {
            CompanyName = check.Text("company_name", fields.CompanyName, 200, required: true) ?? "",
            ContactName = check.Text("contact_name", fields.ContactName, 200),
            Email = check.Email("email", fields.Email),
            Phone = phones.Check("phone", fields.Phone, check),
            Category = check.Enum<PartnerCategory>("category", fields.Category, required: true) ?? default,
            Status = check.Enum<PartnerStatus>("status", fields.Status) ?? PartnerStatus.Pending,
            CommissionRate = fields.CommissionRate,
            AgreementStartsOn = fields.AgreementStartsOn,
            AgreementEndsOn = fields.AgreementEndsOn,
            Notes = check.Text("notes", fields.Notes, 10_000),
        };
        if (facts.CommissionRate is { } rate)
        {
            if (rate is < 0 or > CommissionPolicy.HighestRate) check.Add("commission_rate", $"must be between 0 and {CommissionPolicy.HighestRate} percent.");
            else if (decimal.Round(rate, 2) != rate) check.Add("commission_rate", "must have at most two decimals.");
        }

        if (facts.AgreementEndsOn < facts.AgreementStartsOn) check.Add("agreement_ends_on", "must not be before agreement_starts_on.");
        return facts;
    }

    /// <returns>Null when none was given.</returns>
    public static string? Code(string? typed, Validation check)
    {
        var code = check.Text("partner_code", typed, PartnerCodes.Longest, PartnerCodes.Shortest)?.ToLowerInvariant();
        if (code is null || check.Failed || PartnerCodes.IsValid(code)) return code;
        check.Add("partner_code", $"must be {PartnerCodes.Shortest} to {PartnerCodes.Longest} letters, digits and single dashes such as great-lakes-insurance.");
        return null;
    }
}
