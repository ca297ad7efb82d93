using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>The one check of a lead's fields, whichever door they came through.</summary>
internal static class LeadFieldsCheck
{
    /// <summary>What is wrong is added to <paramref name="check"/>; then the answer must not be used.</summary>
    /// <param name="forPreview">Who it is does not matter yet.</param>
    public static LeadFacts Check(LeadFields fields, IPhoneNumbers phones, Validation check, bool forPreview = false)
    {
        var facts = new LeadFacts
        {
            FirstName = check.Text("first_name", fields.FirstName, 100, required: !forPreview) ?? "",
            LastName = check.Text("last_name", fields.LastName, 100, required: !forPreview) ?? "",
            Source = (forPreview ? null : check.Enum<LeadSource>("source", fields.Source, required: true)) ?? default,
            Phone = phones.Check("phone", fields.Phone, check),
            Email = check.Email("email", fields.Email),
            Address = check.Text("address", fields.Address, 500),
            City = check.Text("city", fields.City, 100),
            State = State(fields.State, check),
            ZipCode = check.ZipCode("zip_code", fields.ZipCode),
            PropertyValue = check.Money("property_value", fields.PropertyValue),
            RoofAge = check.Range("roof_age", fields.RoofAge, 0, 100),
            RoofType = check.Text("roof_type", fields.RoofType, 50),
            RoofSizeSqft = check.Range("roof_size_sqft", fields.RoofSizeSqft, 0, 1_000_000),
            ProjectType = check.Enum<ProjectType>("project_type", fields.ProjectType),
            EstimatedValue = check.Money("estimated_value", fields.EstimatedValue),
            Priority = check.Enum<LeadPriority>("priority", fields.Priority) ?? LeadPriority.Medium,
            Urgency = check.Enum<Urgency>("urgency", fields.Urgency),
            BudgetMin = check.Money("budget_min", fields.BudgetMin),
            BudgetMax = check.Money("budget_max", fields.BudgetMax),
            BudgetConfirmed = fields.BudgetConfirmed ?? false,
            IsDecisionMaker = fields.IsDecisionMaker ?? false,
            InsuranceClaim = fields.InsuranceClaim ?? false,
            ReferralCode = check.Text("referral_code", fields.ReferralCode, 50),
            NextFollowUpOn = fields.NextFollowUpOn,
            Tags = check.Tags("tags", fields.Tags) ?? [],
            Notes = check.Text("notes", fields.Notes, 10_000),
        };
        if (facts is { BudgetMin: { } min, BudgetMax: { } max } && max < min) check.Add("budget_max", "must not be below budget_min.");
        if (!forPreview && facts is { Phone: null, Email: null } && fields is { Phone: null or "", Email: null or "" })
            check.Add("phone", "or an e-mail address is required: one way to reach the person.");
        return facts;
    }

    private static string? State(string? typed, Validation check)
    {
        var text = check.Text("state", typed, 2, min: 2)?.ToUpperInvariant();
        if (text is not null && !text.All(char.IsAsciiLetterUpper)) check.Add("state", "must be two letters such as MI.");
        return text;
    }
}
