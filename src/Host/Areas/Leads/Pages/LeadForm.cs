using System.Globalization;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application.Patching;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

/// <summary>A lead's fields as somebody types them. Nothing is required here: the use case says what is missing.</summary>
public sealed class LeadForm
{
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public string? Source { get; set; }
    public string? Address { get; set; }
    public string? City { get; set; }
    public string? State { get; set; }
    public string? ZipCode { get; set; }
    public string? PropertyValue { get; set; }
    public int? RoofAge { get; set; }
    public string? RoofType { get; set; }
    public int? RoofSizeSqft { get; set; }
    public string? ProjectType { get; set; }
    public string? EstimatedValue { get; set; }
    public string? Priority { get; set; }
    public string? Urgency { get; set; }
    public string? BudgetMin { get; set; }
    public string? BudgetMax { get; set; }
    public bool BudgetConfirmed { get; set; }
    public bool IsDecisionMaker { get; set; }
    public bool InsuranceClaim { get; set; }
    public string? ReferralCode { get; set; }
    public DateOnly? NextFollowUpOn { get; set; }

    /// <summary>Separated by commas.</summary>
    public string? Tags { get; set; }
    public string? Notes { get; set; }

    // What may be changed by itself, where it stands.
    private static readonly Dictionary<string, Func<UpdateLead, LeadFields, UpdateLead>> Patches = new(StringComparer.Ordinal)
    {
        [nameof(Phone)] = (patch, typed) => patch with { Phone = typed.Phone },
        [nameof(Email)] = (patch, typed) => patch with { Email = typed.Email },
        [nameof(Address)] = (patch, typed) => patch with { Address = typed.Address },
        [nameof(City)] = (patch, typed) => patch with { City = typed.City },
        [nameof(State)] = (patch, typed) => patch with { State = typed.State },
        [nameof(ZipCode)] = (patch, typed) => patch with { ZipCode = typed.ZipCode },
        [nameof(PropertyValue)] = (patch, typed) => patch with { PropertyValue = typed.PropertyValue },
        [nameof(RoofAge)] = (patch, typed) => patch with { RoofAge = typed.RoofAge },
        [nameof(RoofType)] = (patch, typed) => patch with { RoofType = typed.RoofType },
        [nameof(RoofSizeSqft)] = (patch, typed) => patch with { RoofSizeSqft = typed.RoofSizeSqft },
        [nameof(ProjectType)] = (patch, typed) => patch with { ProjectType = typed.ProjectType },
        [nameof(EstimatedValue)] = (patch, typed) => patch with { EstimatedValue = typed.EstimatedValue },
        [nameof(Priority)] = (patch, typed) => patch with { Priority = typed.Priority },
        [nameof(Urgency)] = (patch, typed) => patch with { Urgency = typed.Urgency },
        [nameof(BudgetMin)] = (patch, typed) => patch with { BudgetMin = typed.BudgetMin },
        [nameof(BudgetMax)] = (patch, typed) => patch with { BudgetMax = typed.BudgetMax },
        [nameof(BudgetConfirmed)] = (patch, typed) => patch with { BudgetConfirmed = typed.BudgetConfirmed },
        [nameof(IsDecisionMaker)] = (patch, typed) => patch with { IsDecisionMaker = typed.IsDecisionMaker },
        [nameof(InsuranceClaim)] = (patch, typed) => patch with { InsuranceClaim = typed.InsuranceClaim },
        [nameof(NextFollowUpOn)] = (patch, typed) => patch with { NextFollowUpOn = typed.NextFollowUpOn },
        [nameof(Notes)] = (patch, typed) => patch with { Notes = typed.Notes },
        [nameof(Tags)] = (patch, typed) => patch with { Tags = new Optional<IReadOnlyList<string?>?>(typed.Tags) },
    };

    internal static LeadForm Of(LeadDetails lead) => new()
    {
        FirstName = lead.FirstName, LastName = lead.LastName, Phone = lead.Phone, Email = lead.Email, Source = lead.Source,
        Address = lead.Address, City = lead.City, State = lead.State, ZipCode = lead.ZipCode,
        PropertyValue = Text(lead.PropertyValue), RoofAge = lead.RoofAge, RoofType = lead.RoofType, RoofSizeSqft = lead.RoofSizeSqft,
        ProjectType = lead.ProjectType, EstimatedValue = Text(lead.EstimatedValue), Priority = lead.Priority, Urgency = lead.Urgency,
        BudgetMin = Text(lead.BudgetMin), BudgetMax = Text(lead.BudgetMax), BudgetConfirmed = lead.BudgetConfirmed,
        IsDecisionMaker = lead.IsDecisionMaker, InsuranceClaim = lead.InsuranceClaim, ReferralCode = lead.ReferralCode,
        NextFollowUpOn = lead.NextFollowUpOn, Tags = string.Join(", ", lead.Tags), Notes = lead.Notes,
    };

    /// <summary>Only what was sent; null when something was sent that cannot be changed by itself.</summary>
    internal UpdateLead? Patch(IEnumerable<string> sent, ModelStateDictionary modelState, string prefix)
    {
        var typed = Onto(new ReplaceLead(), modelState, prefix);
        var patch = new UpdateLead();
        foreach (var key in sent.Where(key => key.StartsWith($"{prefix}.", StringComparison.Ordinal)))
        {
            if (!Patches.TryGetValue(key[(prefix.Length + 1)..], out var lay)) return null;
            patch = lay(patch, typed);
        }

        return patch == new UpdateLead() ? null : patch;
    }

    /// <summary>Lays what was typed over a command; an amount that cannot be read is told to the model state.</summary>
    internal T Onto<T>(T command, ModelStateDictionary modelState, string prefix) where T : LeadFields
    {
        return (T)(command with
        {
            FirstName = FirstName,
            LastName = LastName,
            Phone = Phone,
            Email = Email,
            Source = Source,
            Address = Address,
            City = City,
            State = State,
            ZipCode = ZipCode,
            PropertyValue = Amount(PropertyValue, nameof(PropertyValue)),
            RoofAge = RoofAge,
            RoofType = RoofType,
            RoofSizeSqft = RoofSizeSqft,
            ProjectType = ProjectType,
            EstimatedValue = Amount(EstimatedValue, nameof(EstimatedValue)),
            Priority = Priority,
            Urgency = Urgency,
            BudgetMin = Amount(BudgetMin, nameof(BudgetMin)),
            BudgetMax = Amount(BudgetMax, nameof(BudgetMax)),
            BudgetConfirmed = BudgetConfirmed,
            IsDecisionMaker = IsDecisionMaker,
            InsuranceClaim = InsuranceClaim,
            ReferralCode = ReferralCode,
            NextFollowUpOn = NextFollowUpOn,
            Notes = Notes,
            Tags = Tags?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        });

        // "12,500", "$12500" and "12500.50" are all amounts.
        decimal? Amount(string? typed, string field)
        {
            if (string.IsNullOrWhiteSpace(typed)) return null;
            if (decimal.TryParse(typed.Trim().TrimStart('$'), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)) return amount;
            modelState.AddModelError($"{prefix}.{field}", "Enter an amount such as 12,500.");
            return null;
        }
    }

    private static string? Text(decimal? money) => money?.ToString("0.##", CultureInfo.InvariantCulture);
}
