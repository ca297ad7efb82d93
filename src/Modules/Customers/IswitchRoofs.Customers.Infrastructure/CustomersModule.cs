using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Customers.Domain.Conversions;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Customers.Domain.Leads;
using IswitchRoofs.Customers.Domain.Projects;
using IswitchRoofs.Customers.Infrastructure.Demo;
using IswitchRoofs.Customers.Infrastructure.Interactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Messaging;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Customers.Infrastructure;

public static class CustomersModule
{
    public static IServiceCollection AddCustomersModule(this IServiceCollection services, IConfiguration configuration) => services
        .AddUseCases(typeof(CustomersPermissions).Assembly)
        .AddModulePersistence<CustomersDbContext, CustomersEventMap>(CustomersDbContext.SchemaName)
        .AddTrash<CustomersDbContext>(CustomersDbContext.SchemaName)
        .AddRepository<Customer, CustomersDbContext>()
        .AddRepository<LeadReply, CustomersDbContext>()
        .AddRepository<ProjectFact, CustomersDbContext>()
        .AddRepository<Interaction, CustomersDbContext>()
        .AddRepository<LeadRef, CustomersDbContext>()
        .AddScoped<InteractionAnswers>()
        .AddScoped<VisibleInteractions>()
        .AddScoped<InteractionLogging>()
        .AddScoped<IInteractionFigures, InteractionFigures>()
        .AddConsumersOf(typeof(CustomersModule).Assembly)
        .AddScoped<IDemoDataSeeder, DemoInteractions>()
        .AddScoped<IDemoDataSeeder, DemoCustomers>();
}
