using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Projects;
using IswitchRoofs.Customers.Infrastructure.Demo;
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
        .AddRepository<ProjectFact, CustomersDbContext>()
        .AddConsumersOf(typeof(CustomersModule).Assembly)
        .AddScoped<IDemoDataSeeder, DemoCustomers>();
}
