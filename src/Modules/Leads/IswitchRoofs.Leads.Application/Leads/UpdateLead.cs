using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>Changes some fields (JSON Merge Patch); what is absent stays.</summary>
public sealed record UpdateLead
{
    public Optional<string?> FirstName { get; init; }
    public Optional<string?> LastName { get; init; }
    public Optional<string?> Phone { get; init; }
    public Optional<string?> Email { get; init; }
    public Optional<string?> Source { get; init; }
    public Optional<string?> Address { get; init; }
    public Optional<string?> City { get; init; }
    public Optional<string?> State { get; init; }
    public Optional<string?> ZipCode { get; init; }
    public Optional<decimal?> PropertyValue { get; init; }
    public Optional<int?> RoofAge { get; init; }
    public Optional<string?> RoofType { get; init; }
    public Optional<int?> RoofSizeSqft { get; init; }
    public Optional<string?> ProjectType { get; init; }
    public Optional<decimal?> EstimatedValue { get; init; }
    public Optional<string?> Priority { get; init; }
    public Optional<string?> Urgency { get; init; }
    public Optional<decimal?> BudgetMin { get; init; }
    public Optional<decimal?> BudgetMax { get; init; }
    public Optional<bool?> BudgetConfirmed { get; init; }
    public Optional<bool?> IsDecisionMaker { get; init; }
    public Optional<bool?> InsuranceClaim { get; init; }
    public Optional<string?> ReferralCode { get; init; }
    public Optional<DateOnly?> NextFollowUpOn { get; init; }
    public Optional<IReadOnlyList<string?>?> Tags { get; init; }
    public Optional<string?> Notes { get; init; }

    internal LeadFields Over(LeadFields current) => new()
    {
        FirstName = FirstName.Or(current.FirstName),
        LastName = LastName.Or(current.LastName),
        Phone = Phone.Or(current.Phone),
        Email = Email.Or(current.Email),
        Source = Source.Or(current.Source),
        Address = Address.Or(current.Address),
        City = City.Or(current.City),
        State = State.Or(current.State),
        ZipCode = ZipCode.Or(current.ZipCode),
        PropertyValue = PropertyValue.Or(current.PropertyValue),
        RoofAge = RoofAge.Or(current.RoofAge),
        RoofType = RoofType.Or(current.RoofType),
        RoofSizeSqft = RoofSizeSqft.Or(current.RoofSizeSqft),
        ProjectType = ProjectType.Or(current.ProjectType),
        EstimatedValue = EstimatedValue.Or(current.EstimatedValue),
        Priority = Priority.Or(current.Priority),
        Urgency = Urgency.Or(current.Urgency),
        BudgetMin = BudgetMin.Or(current.BudgetMin),
        BudgetMax = BudgetMax.Or(current.BudgetMax),
        BudgetConfirmed = BudgetConfirmed.Or(current.BudgetConfirmed),
        IsDecisionMaker = IsDecisionMaker.Or(current.IsDecisionMaker),
        InsuranceClaim = InsuranceClaim.Or(current.InsuranceClaim),
        ReferralCode = ReferralCode.Or(current.ReferralCode),
        NextFollowUpOn = NextFollowUpOn.Or(current.NextFollowUpOn),
        Tags = Tags.Or(current.Tags),
        Notes = Notes.Or(current.Notes),
    };
}

/// <summary>Replaces all fields (PUT): what is absent is cleared.</summary>
public sealed record ReplaceLead : LeadFields;

public sealed class UpdateLeadHandler(IRepository<Lead> leads, ScoringRuleSets scoring, IPhoneNumbers phones, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public Task<Result<Versioned<LeadDetails>>> HandleAsync(Guid leadId, UpdateLead request, uint? ifVersion, CancellationToken ct) =>
        ChangeAsync(leadId, request.Over, ifVersion, ct);

    public Task<Result<Versioned<LeadDetails>>> ReplaceAsync(Guid leadId, ReplaceLead request, uint? ifVersion, CancellationToken ct) =>
        ChangeAsync(leadId, _ => request, ifVersion, ct);

    private async Task<Result<Versioned<LeadDetails>>> ChangeAsync(
        Guid leadId, Func<LeadFields, LeadFields> change, uint? ifVersion, CancellationToken ct)
    {
        var lead = await leads.FindAsync(new LeadId(leadId), ct);
        if (lead is null) return LeadErrors.NotFound(new LeadId(leadId));
        if (ifVersion is { } version && version != lead.Version) return Error.Stale(lead.Version);

        var check = new Validation();
        var facts = LeadFieldsCheck.Check(change(lead.ToFields()), phones, check);
        if (check.Failed) return check.ToError();
        var rules = await scoring.ActiveAsync(ct);
        var updated = lead.Update(facts, rules, user.ToActor(), clock.GetUtcNow());
        if (updated.IsFailure) return updated.Error;
        await leads.SaveChangesAsync(ct);
        return lead.ToAnswer(rules);
    }
}
