using System.Text.Json.Serialization;
using IswitchRoofs.Leads.Application.Board;
using IswitchRoofs.Leads.Application.Bulk;
using IswitchRoofs.Leads.Application.Conversion;
using IswitchRoofs.Leads.Application.Duplicates;
using IswitchRoofs.Leads.Application.FollowUps;
using IswitchRoofs.Leads.Application.Imports;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Partners;
using IswitchRoofs.Leads.Application.Referrals;
using IswitchRoofs.Leads.Application.Response;
using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Application.Stale;
using IswitchRoofs.Shared.Application.Paging;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>Source-generated JSON for the hot paths of this area.</summary>
[JsonSerializable(typeof(CreateLead))]
[JsonSerializable(typeof(UpdateLead))]
[JsonSerializable(typeof(ReplaceLead))]
[JsonSerializable(typeof(LeadDetails))]
[JsonSerializable(typeof(PageOf<LeadRow>))]
[JsonSerializable(typeof(PageOf<LeadHistoryRow>))]
[JsonSerializable(typeof(LeadDuplicates))]
[JsonSerializable(typeof(ChangeLeads))]
[JsonSerializable(typeof(LeadsChanged))]
[JsonSerializable(typeof(LeadBoard))]
[JsonSerializable(typeof(LeadStats))]
[JsonSerializable(typeof(PreviewScore))]
[JsonSerializable(typeof(ScoreExplanation))]
[JsonSerializable(typeof(ScoringRuleSetDetails))]
[JsonSerializable(typeof(ScoringVersions))]
[JsonSerializable(typeof(PreviewScoringRules))]
[JsonSerializable(typeof(ScoringPreview))]
[JsonSerializable(typeof(ChangeScoringRules))]
[JsonSerializable(typeof(RescoringOverview))]
[JsonSerializable(typeof(AssignLead))]
[JsonSerializable(typeof(ChangeLeadStatus))]
[JsonSerializable(typeof(ConvertLead))]
[JsonSerializable(typeof(ConvertedLead))]
[JsonSerializable(typeof(LeadResponse))]
[JsonSerializable(typeof(LeadFollowUps))]
[JsonSerializable(typeof(ResponseFigures))]
[JsonSerializable(typeof(ResponseRulesFields))]
[JsonSerializable(typeof(ResponseRulesDetails))]
[JsonSerializable(typeof(StaleRulesFields))]
[JsonSerializable(typeof(StaleRulesDetails))]
[JsonSerializable(typeof(CreatePartner))]
[JsonSerializable(typeof(UpdatePartner))]
[JsonSerializable(typeof(PartnerDetails))]
[JsonSerializable(typeof(PageOf<PartnerRow>))]
[JsonSerializable(typeof(PartnerStats))]
[JsonSerializable(typeof(CreateReferral))]
[JsonSerializable(typeof(UpdateReferral))]
[JsonSerializable(typeof(ReferralDetails))]
[JsonSerializable(typeof(PageOf<ReferralDetails>))]
[JsonSerializable(typeof(ReferralLedger))]
[JsonSerializable(typeof(PayCommission))]
[JsonSerializable(typeof(CancelCommission))]
[JsonSerializable(typeof(ImportDetails))]
[JsonSerializable(typeof(ImportChecked))]
[JsonSerializable(typeof(MapImport))]
[JsonSerializable(typeof(ChangeImportRow))]
[JsonSerializable(typeof(PageOf<ImportListRow>))]
[JsonSerializable(typeof(PageOf<ImportRow>))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class LeadsJson : JsonSerializerContext;
