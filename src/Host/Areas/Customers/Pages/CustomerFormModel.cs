using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Customers.Pages;

/// <summary>What the pages that create and change a customer share: the form and its choices.</summary>
public abstract class CustomerFormModel(Colleagues colleagues) : PageModel
{
    [BindProperty]
    public CustomerForm Input { get; set; } = new();

    /// <summary>Somebody like that exists: the form then offers to save nevertheless (C7).</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Matches { get; protected set; } = [];

    public IEnumerable<SelectListItem> Types { get; } = [.. Choices.Of(["residential", "commercial", "government"])];

    public IEnumerable<SelectListItem> ContactMethods { get; } = [.. Choices.Of(["phone", "email", "text"])];

    public IEnumerable<SelectListItem> Sellers => colleagues.Choices("sales", "manager", "admin");

    protected Task LoadChoicesAsync(CancellationToken ct) => colleagues.LoadAsync(ct);
}

public sealed class CustomerForm
{
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Address { get; set; }
    public string? City { get; set; }
    public string? State { get; set; } = "MI";
    public string? ZipCode { get; set; }
    public string? CustomerType { get; set; } = "residential";
    public decimal? PropertyValue { get; set; }
    public int? RoofAge { get; set; }
    public string? RoofType { get; set; }
    public int? RoofSizeSqft { get; set; }
    public string? Tags { get; set; }
    public string? Notes { get; set; }
    public string? PreferredContactMethod { get; set; }
    public bool EmailOptIn { get; set; } = true;
    public bool SmsOptIn { get; set; }
    public Guid? AssignedTo { get; set; }
    public int? NpsScore { get; set; }
    public int? ReferralCount { get; set; }
    public DateOnly? NextFollowUpOn { get; set; }
    public bool AllowDuplicate { get; set; }

    /// <summary>What the form was opened on, so that somebody else's change in between is not lost.</summary>
    public uint? Version { get; set; }

    internal static CustomerForm Of(CustomerDetails c) => new()
    {
        Name = c.Name,
        Email = c.Email,
        Phone = c.Phone,
        Address = c.Address,
        City = c.City,
        State = c.State,
        ZipCode = c.ZipCode,
        CustomerType = c.CustomerType,
        PropertyValue = c.PropertyValue,
        RoofAge = c.RoofAge,
        RoofType = c.RoofType,
        RoofSizeSqft = c.RoofSizeSqft,
        Tags = string.Join(", ", c.Tags),
        Notes = c.Notes,
        PreferredContactMethod = c.PreferredContactMethod,
        EmailOptIn = c.EmailOptIn,
        SmsOptIn = c.SmsOptIn,
        AssignedTo = c.AssignedTo,
        NpsScore = c.NpsScore,
        ReferralCount = c.ReferralCount,
        NextFollowUpOn = c.NextFollowUpOn,
        Version = c.Version,
    };

    internal CreateCustomer ToCommand() => new()
    {
        Name = Name,
        Email = Email,
        Phone = Phone,
        Address = Address,
        City = City,
        State = State,
        ZipCode = ZipCode,
        CustomerType = CustomerType,
        PropertyValue = PropertyValue,
        RoofAge = RoofAge,
        RoofType = RoofType,
        RoofSizeSqft = RoofSizeSqft,
        Tags = TagList,
        Notes = Notes,
        PreferredContactMethod = PreferredContactMethod,
        EmailOptIn = EmailOptIn,
        SmsOptIn = SmsOptIn,
        AssignedTo = AssignedTo,
        NpsScore = NpsScore,
        ReferralCount = ReferralCount,
        NextFollowUpOn = NextFollowUpOn,
        AllowDuplicate = AllowDuplicate,
    };

    /// <summary>Only what the form shows: other fields keep their value.</summary>
    internal CustomerPatch ToPatch() => new()
    {
        Name = Name,
        Email = Email,
        Phone = Phone,
        Address = Address,
        City = City,
        State = State,
        ZipCode = ZipCode,
        CustomerType = CustomerType,
        PropertyValue = PropertyValue,
        RoofAge = RoofAge,
        RoofType = RoofType,
        RoofSizeSqft = RoofSizeSqft,
        Tags = TagList,
        Notes = Notes,
        PreferredContactMethod = PreferredContactMethod,
        EmailOptIn = EmailOptIn,
        SmsOptIn = SmsOptIn,
        AssignedTo = AssignedTo,
        NpsScore = NpsScore,
        ReferralCount = ReferralCount,
        NextFollowUpOn = NextFollowUpOn,
    };

    private string[] TagList => (Tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
