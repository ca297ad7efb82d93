using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Leads.Domain.Escalation;
using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Shared.Application.Messaging;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application;

/// <summary>What Leads tells the other modules.</summary>
public sealed class LeadsEventMap : IIntegrationEventMap
{
    public string Module => "Leads";

    public IReadOnlyDictionary<string, Type> Aliases { get; } = new Dictionary<string, Type>
    {
        ["leads.lead-created.v1"] = typeof(LeadCreated),
        ["leads.lead-updated.v1"] = typeof(LeadUpdated),
        ["leads.lead-assigned.v1"] = typeof(LeadAssigned),
        ["leads.lead-left-unassigned.v1"] = typeof(LeadLeftUnassigned),
        ["leads.lead-status-changed.v1"] = typeof(LeadStatusChanged),
        ["leads.lead-conversion-requested.v1"] = typeof(LeadConversionRequested),
        ["leads.lead-converted.v1"] = typeof(LeadConverted),
        ["leads.lead-escalated.v1"] = typeof(LeadEscalated),
        ["leads.lead-follow-up-due.v1"] = typeof(LeadFollowUpDue),
        ["leads.leads-rescored.v1"] = typeof(LeadsRescored),
        ["leads.lead-deleted.v1"] = typeof(LeadDeleted),
        ["leads.lead-restored.v1"] = typeof(LeadRestored),
        ["leads.referral-received.v1"] = typeof(ReferralReceived),
        ["leads.leads-imported.v1"] = typeof(LeadsImported),
        ["leads.leads-import-undone.v1"] = typeof(LeadsImportUndone),
        ["leads.lead-import-finished.v1"] = typeof(LeadImportFinished),
    };

    public IIntegrationEvent? Map(IDomainEvent domainEvent) => domainEvent switch
    {
        LeadCaptured(var lead, var by, var at) => new LeadCreated(
            Uuid.New(at), at, lead.Id.Value, lead.Name, WireName.Of(lead.Source), WireName.Of(lead.Status), lead.Score, WireName.Of(lead.Temperature),
            WireName.Of(lead.Priority), Name(lead.ProjectType), lead.EstimatedValue, lead.ZipCode, lead.AssignedTo, lead.TeamIds, by),
        LeadChanged(var lead, var at) => new LeadUpdated(
            Uuid.New(at), at, lead.Id.Value, lead.Name, WireName.Of(lead.Source), WireName.Of(lead.Status), lead.Score, WireName.Of(lead.Temperature),
            WireName.Of(lead.Priority), Name(lead.ProjectType), lead.EstimatedValue, lead.ZipCode, lead.AssignedTo, lead.TeamIds, lead.CustomerId),
        LeadHandedOver(var lead, var assignee, var previous, var by, var at) => new LeadAssigned(
            Uuid.New(at), at, lead.Id.Value, lead.Name, assignee, previous, WireName.Of(lead.Temperature), lead.Score, WireName.Of(lead.Source), lead.TeamIds, by),
        LeadFoundNobody(var lead, var at) => new LeadLeftUnassigned(
            Uuid.New(at), at, lead.Id.Value, lead.Name, WireName.Of(lead.Temperature), lead.Score),
        LeadMoved(var lead, var from, var to, var reason, var by, var at) => new LeadStatusChanged(
            Uuid.New(at), at, lead.Id.Value, lead.Name, WireName.Of(from), WireName.Of(to), reason, lead.AssignedTo, lead.TeamIds, by),
        LeadConversionAsked(var lead, var conversion, var at) => new LeadConversionRequested(
            Uuid.New(at), at, conversion.Id.Value, lead.Id.Value, conversion.CustomerId, lead.Name, conversion.Email, lead.Phone, lead.Address, lead.City, lead.State,
            lead.ZipCode, lead.PropertyValue, lead.RoofAge, lead.RoofType, lead.RoofSizeSqft, WireName.Of(lead.Source), lead.AssignedTo, conversion.AskedBy),
        LeadWon(var lead, var conversion, var at) => new LeadConverted(
            Uuid.New(at), at, lead.Id.Value, lead.Name, lead.CustomerId!.Value, conversion.ProjectId, WireName.Of(lead.Source), Name(lead.ProjectType),
            lead.EstimatedValue, lead.Address, lead.RoofSizeSqft, lead.InsuranceClaim, lead.AssignedTo, lead.TeamIds, conversion.AskedBy, conversion.AskedByName),
        LeadWaitNoticed(var lead, var step, var target, var at) => new LeadEscalated(
            Uuid.New(at), at, lead.Id.Value, lead.Name, WireName.Of(step), WireName.Of(lead.Temperature), target, lead.AssignedTo, lead.TeamIds),
        LeadFollowUpReached(var lead, var on, var at) => new LeadFollowUpDue(Uuid.New(at), at, lead.Id.Value, lead.Name, on, lead.AssignedTo, lead.TeamIds),
        LeadsScoredAnew(var rescoring, var leads, var at) => new LeadsRescored(
            Uuid.New(at), at, rescoring.RulesNumber,
            [
                .. leads.Select(l => new LeadRescored(
                    l.Lead.Id.Value, l.Before.Score, l.After.Score, WireName.Of(l.Before.Temperature), WireName.Of(l.After.Temperature),
                    WireName.Of(l.Lead.Input.Source!.Value), Name(l.Lead.ProjectType), l.Lead.EstimatedValue, l.Lead.AssignedTo)),
            ]),
        LeadTrashed(var lead, var at) => new LeadDeleted(Uuid.New(at), at, lead.Id.Value, lead.AssignedTo, lead.TeamIds),
        LeadTakenBack(var lead, var at) => new LeadRestored(Uuid.New(at), at, lead.Id.Value, lead.AssignedTo, lead.TeamIds),
        ReferralMade(var referral, var partner, var lead, var at) => new ReferralReceived(
            Uuid.New(at), at, referral.Id.Value, partner.Id.Value, partner.CompanyName, lead.Id.Value, lead.Name, lead.AssignedTo, lead.TeamIds),
        LeadsCameIn(var import, var created, var updated, var at) => new LeadsImported(
            Uuid.New(at), at, import.Id.Value, [.. created.Select(Imported)], [.. updated.Select(Imported)], TeamsOf(created.Concat(updated)), import.AskedBy),
        LeadsWentBack(var import, var trashed, var restored, var at) => new LeadsImportUndone(
            Uuid.New(at), at, import.Id.Value, trashed, [.. restored.Select(Imported)], TeamsOf(restored), import.AskedBy),
        LeadImportEnded(var import, var done, var at) => new LeadImportFinished(
            Uuid.New(at), at, import.Id.Value, import.FileName, WireName.Of(import.Status), done.Created, done.Updated, done.Duplicate, done.Invalid, done.Undone, done.Kept, import.AskedBy),
        _ => null,
    };

    private static ImportedLead Imported(Lead lead) => new(
        lead.Id.Value, lead.Name, WireName.Of(lead.Source), WireName.Of(lead.Status), lead.Score, WireName.Of(lead.Temperature),
        WireName.Of(lead.Priority), Name(lead.ProjectType), lead.EstimatedValue, lead.ZipCode, lead.AssignedTo, lead.CustomerId);

    private static Guid[] TeamsOf(IEnumerable<Lead> leads) => [.. leads.SelectMany(l => l.TeamIds).Distinct()];

    private static string? Name(ProjectType? type) => type is { } known ? WireName.Of(known) : null;
}
