using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Customers;

/// <summary>The field rules, the same for every way in.</summary>
internal static class CustomerInput
{
    internal static Result<CustomerProfile> Read(CustomerFields fields, IPhoneNumbers phones)
    {
        var check = new Validation();
        var profile = new CustomerProfile
        {
            Name = check.Text("name", fields.Name, 200, min: 2, required: true) ?? "",
            Email = check.Email("email", fields.Email, required: true) ?? "",
            Phone = Phone(check, fields.Phone, phones),
            Address = check.Text("address", fields.Address, 500),
            City = check.Text("city", fields.City, 100),
            State = State(check, fields.State),
            ZipCode = check.ZipCode("zip_code", fields.ZipCode),
            CustomerType = check.Enum<CustomerType>("customer_type", fields.CustomerType) ?? CustomerType.Residential,
            PropertyValue = check.Money("property_value", fields.PropertyValue),
            PropertyType = check.Text("property_type", fields.PropertyType, 50),
            RoofAge = check.Range("roof_age", fields.RoofAge, 0, 100),
            RoofType = check.Text("roof_type", fields.RoofType, 50),
            RoofSizeSqft = check.Range("roof_size_sqft", fields.RoofSizeSqft, 1, 10_000_000),
            Tags = check.Tags("tags", fields.Tags) ?? [],
            Notes = check.Text("notes", fields.Notes, 10_000),
            PreferredContactMethod = check.Enum<ContactMethod>("preferred_contact_method", fields.PreferredContactMethod),
            EmailOptIn = fields.EmailOptIn ?? true,
            SmsOptIn = fields.SmsOptIn ?? false,
            AssignedTo = fields.AssignedTo,
            NpsScore = check.Range("nps_score", fields.NpsScore, 0, 10),
            ReferralCount = check.Range("referral_count", fields.ReferralCount, 0, 1_000_000) ?? 0,
            OriginalSource = check.Text("original_source", fields.OriginalSource, 100),
            NextFollowUpOn = fields.NextFollowUpOn,
        };
        return check.Failed ? check.ToError() : profile;
    }

    internal static CustomerFields FieldsOf(Customer customer) => new()
    {
        Name = customer.Name,
        Email = customer.Email,
        Phone = customer.Phone,
        Address = customer.Address,
        City = customer.City,
        State = customer.State,
        ZipCode = customer.ZipCode,
        CustomerType = WireName.Of(customer.CustomerType),
        PropertyValue = customer.PropertyValue,
        PropertyType = customer.PropertyType,
        RoofAge = customer.RoofAge,
        RoofType = customer.RoofType,
        RoofSizeSqft = customer.RoofSizeSqft,
        Tags = customer.Tags,
        Notes = customer.Notes,
        PreferredContactMethod = customer.PreferredContactMethod is { } method ? WireName.Of(method) : null,
        EmailOptIn = customer.EmailOptIn,
        SmsOptIn = customer.SmsOptIn,
        AssignedTo = customer.AssignedTo,
        NpsScore = customer.NpsScore,
        ReferralCount = customer.ReferralCount,
        OriginalSource = customer.OriginalSource,
        NextFollowUpOn = customer.NextFollowUpOn,
    };

    private static string? Phone(Validation check, string? typed, IPhoneNumbers phones)
    {
        var text = check.Text("phone", typed, 40);
        if (text is null) return null;
        var phone = phones.Normalize(text);
        if (phone is null) check.Add("phone", "must be a phone number such as (248) 555-0142.");
        return phone;
    }

    private static string? State(Validation check, string? typed)
    {
        var text = check.Text("state", typed, 100);
        if (text is null) return null;
        if (text.Length != 2 || !text.All(char.IsAsciiLetter)) check.Add("state", "must be two letters such as MI.");
        return text.ToUpperInvariant();
    }
}
