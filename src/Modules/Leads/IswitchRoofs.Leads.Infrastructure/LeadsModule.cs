using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Assignment;
using IswitchRoofs.Leads.Application.Duplicates;
using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.Leads.Domain.Board;
using IswitchRoofs.Leads.Domain.Duplicates;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Infrastructure.Assignment;
using IswitchRoofs.Leads.Infrastructure.Board;
using IswitchRoofs.Leads.Infrastructure.Demo;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
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
        .AddScoped<DuplicateCheck>()
        .AddScoped<IAssignmentCandidates, AssignmentCandidates>()
        .AddScoped<ILeadTotals, LeadTotals>()
        .AddModulePersistence<LeadsDbContext, LeadsEventMap>(LeadsDbContext.SchemaName)
        .AddTrash<LeadsDbContext>(LeadsDbContext.SchemaName)
        .AddRepository<Lead, LeadsDbContext>()
        .AddRepository<LeadHistoryEntry, LeadsDbContext>()
        .AddRepository<LeadConversion, LeadsDbContext>()
        .AddRepository<Assignee, LeadsDbContext>()
        .AddRepository<CustomerContact, LeadsDbContext>()
        .AddScoped<IDemoDataSeeder, LeadsDemoData>()
        .AddScoped<ILargeDemoSet, LargeLeadSet>()
        .AddConsumersOf(typeof(LeadsModule).Assembly);
}
