using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Assignment;
using IswitchRoofs.Leads.Application.Duplicates;
using IswitchRoofs.Leads.Application.Imports;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Referrals;
using IswitchRoofs.Leads.Application.Response;
using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Application.Stale;
using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.Leads.Domain.Board;
using IswitchRoofs.Leads.Domain.Bulk;
using IswitchRoofs.Leads.Domain.Duplicates;
using IswitchRoofs.Leads.Domain.Escalation;
using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Leads.Domain.Response;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Leads.Domain.Stale;
using IswitchRoofs.Leads.Domain.WebForms;
using IswitchRoofs.Leads.Infrastructure.Assignment;
using IswitchRoofs.Leads.Infrastructure.Board;
using IswitchRoofs.Leads.Infrastructure.Bulk;
using IswitchRoofs.Leads.Infrastructure.Demo;
using IswitchRoofs.Leads.Infrastructure.Escalation;
using IswitchRoofs.Leads.Infrastructure.Imports;
using IswitchRoofs.Leads.Infrastructure.Jobs;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Leads.Infrastructure.Referrals;
using IswitchRoofs.Leads.Infrastructure.Response;
using IswitchRoofs.Leads.Infrastructure.Scoring;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using IswitchRoofs.Shared.Infrastructure.Messaging;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Leads.Infrastructure;

/// <summary>Everything the host needs to know of Leads.</summary>
public static class LeadsModule
{
    public static IServiceCollection AddLeadsModule(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.GetSection("Leads").Get<LeadsSettings>() ?? new LeadsSettings())
        .AddUseCases(typeof(LeadsPermissions).Assembly)
        .AddScoped<ChooseAssignee>()
        .AddScoped<LeadIntake>()
        .AddScoped<DuplicateCheck>()
        .AddScoped<CurrentStaleLimits>()
        .AddScoped<StaleMarks>()
        .AddScoped<LeadFilters>()
        .AddSingleton(HolidaysOf(configuration))
        .AddScoped<ResponseClocks>()
        .AddSingleton<KnownScoringRules>()
        .AddScoped<ScoringRuleSets>()
        .AddScoped<OpenLeads>()
        .AddScoped<IOpenLeads>(provider => provider.GetRequiredService<OpenLeads>())
        .AddScoped<RescoringBatch>()
        .AddRecurringJob<RescoreLeads>(RescoreLeads.Name, "Score open leads by changed rules", RescoreLeads.Schedule)
        .AddScoped<IWaitingLeads, WaitingLeads>()
        .AddRecurringJob<EscalateWaitingLeads>(EscalateWaitingLeads.Name, "Escalate leads without an answer", EscalateWaitingLeads.Schedule)
        .AddRecurringJob<RemindOfLeadFollowUps>(RemindOfLeadFollowUps.Name, "Remind of leads to follow up", RemindOfLeadFollowUps.Schedule)
        .AddRecurringJob<ReviewPartnerTiers>(ReviewPartnerTiers.Name, "Put partners into the tier that they earned", ReviewPartnerTiers.Schedule)
        .AddScoped<ReferralAnswers>()
        .AddScoped<CommissionDesk>()
        .AddScoped<IReferralFigures, ReferralFigureQuery>()
        .AddRepository<Partner, LeadsDbContext>()
        .AddRepository<WebForm, LeadsDbContext>()
        .AddRepository<Referral, LeadsDbContext>()
        .AddRepository<ReferralLedgerEntry, LeadsDbContext>()
        .AddRecurringJob<RatePeople>(RatePeople.Name, "Measure who wins leads and answers in time", RatePeople.Schedule)
        .AddScoped<IResponseFigures, ResponseFigureQuery>()
        .AddScoped<IAssignmentCandidates, AssignmentCandidates>()
        .AddScoped<ILeadTotals, LeadTotals>()
        .AddModulePersistence<LeadsDbContext, LeadsEventMap>(LeadsDbContext.SchemaName)
        .AddTrash<LeadsDbContext>(LeadsDbContext.SchemaName)
        .AddRepository<Lead, LeadsDbContext>()
        .AddRepository<LeadHistoryEntry, LeadsDbContext>()
        .AddRepository<LeadConversion, LeadsDbContext>()
        .AddRepository<BulkChange, LeadsDbContext>()
        .AddRepository<LeadImport, LeadsDbContext>()
        .AddRepository<ImportProgress, LeadsDbContext>()
        .AddRepository<LeadImportRow, LeadsDbContext>()
        .AddRepository<ImportTemplate, LeadsDbContext>()
        .AddSingleton<IImportFiles, ImportFiles>()
        .AddScoped<IImportRows, ImportRowStore>()
        .AddScoped<ImportLookup>()
        .AddScoped<ImportRowCheck>()
        .AddSingleton<ImportRunner>()
        .AddHostedService<ImportWorker>()
        .AddRecurringJob<ImportHousekeeping>("leads.imports", "Forget rows of old imports", "0 37 4 * * ?")
        .AddRepository<PlannedAppointment, LeadsDbContext>()
        .AddRepository<Assignee, LeadsDbContext>()
        .AddRepository<CustomerContact, LeadsDbContext>()
        .AddRepository<LeadEscalation, LeadsDbContext>()
        .AddRepository<ResponseRules, LeadsDbContext>()
        .AddRepository<ScoringRuleSet, LeadsDbContext>()
        .AddRepository<Rescoring, LeadsDbContext>()
        .AddRepository<StaleRules, LeadsDbContext>()
        .AddRepository<CompanyHours, LeadsDbContext>()
        .AddScoped<IDemoDataSeeder, LeadsDemoData>()
        .AddScoped<IDemoDataSeeder, PartnersDemoData>()
        .AddScoped<ILargeDemoSet, LargeLeadSet>()
        .AddRecurringJob<BulkHousekeeping>("leads.bulk_changes", "Forget old bulk changes", "0 31 * * * ?")
        .AddConsumersOf(typeof(LeadsModule).Assembly);

    /// <summary>Reads <c>Company:Holidays</c>: dates such as 2026-12-25, as a list or separated by commas.</summary>
    private static ConfiguredHolidays HolidaysOf(IConfiguration configuration)
    {
        var section = configuration.GetSection("Company:Holidays");
        return new ConfiguredHolidays(
            section.Value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [.. section.GetChildren().Select(c => c.Value).OfType<string>()]);
    }
}
