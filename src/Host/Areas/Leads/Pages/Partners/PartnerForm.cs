using System.Globalization;
using IswitchRoofs.Leads.Application.Partners;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Partners;

/// <summary>A partner's fields as somebody types them. Nothing is required here: the use case says what is missing.</summary>
public sealed class PartnerForm
{
    public string? CompanyName { get; set; }
    public string? ContactName { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Category { get; set; }
    public string? PartnerCode { get; set; }
    public string? Status { get; set; }

    /// <summary>Percent.</summary>
    public string? CommissionRate { get; set; }
    public DateOnly? AgreementStartsOn { get; set; }
    public DateOnly? AgreementEndsOn { get; set; }
    public string? Notes { get; set; }

    internal static PartnerForm Of(PartnerDetails partner) => new()
    {
        CompanyName = partner.CompanyName, ContactName = partner.ContactName, Email = partner.Email, Phone = partner.Phone, Category = partner.Category,
        PartnerCode = partner.PartnerCode, Status = partner.Status, CommissionRate = partner.CommissionRate?.ToString("0.##", CultureInfo.InvariantCulture),
        AgreementStartsOn = partner.AgreementStartsOn, AgreementEndsOn = partner.AgreementEndsOn, Notes = partner.Notes,
    };

    internal CreatePartner ToCreate(ModelStateDictionary modelState, string prefix) => new()
    {
        CompanyName = CompanyName, ContactName = ContactName, Email = Email, Phone = Phone, Category = Category, PartnerCode = PartnerCode, Status = Status,
        CommissionRate = Rate(modelState, prefix), AgreementStartsOn = AgreementStartsOn, AgreementEndsOn = AgreementEndsOn, Notes = Notes,
    };

    internal UpdatePartner ToUpdate(ModelStateDictionary modelState, string prefix) => new()
    {
        CompanyName = CompanyName, ContactName = ContactName, Email = Email, Phone = Phone, Category = Category, PartnerCode = PartnerCode, Status = Status,
        CommissionRate = Rate(modelState, prefix), AgreementStartsOn = AgreementStartsOn, AgreementEndsOn = AgreementEndsOn, Notes = Notes,
    };

    private decimal? Rate(ModelStateDictionary modelState, string prefix)
    {
        if (string.IsNullOrWhiteSpace(CommissionRate)) return null;
        if (decimal.TryParse(CommissionRate.Trim().TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var rate)) return rate;
        modelState.AddModelError($"{prefix}.{nameof(CommissionRate)}", "Enter a percentage such as 7.5.");
        return null;
    }
}
