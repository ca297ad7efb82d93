using IswitchRoofs.Projects.Application;
using IswitchRoofs.Projects.Domain.Customers;
using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Projects.Infrastructure.Demo;
using IswitchRoofs.Projects.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Messaging;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Projects.Infrastructure;

public static class ProjectsModule
{
    public static IServiceCollection AddProjectsModule(this IServiceCollection services, IConfiguration configuration) => services
        .AddUseCases(typeof(ProjectsPermissions).Assembly)
        .AddModulePersistence<ProjectsDbContext, ProjectsEventMap>(ProjectsDbContext.SchemaName)
        .AddTrash<ProjectsDbContext>(ProjectsDbContext.SchemaName)
        .AddRepository<Project, ProjectsDbContext>()
        .AddRepository<ProjectMove, ProjectsDbContext>()
        .AddRepository<CustomerRef, ProjectsDbContext>()
        .AddConsumersOf(typeof(ProjectsModule).Assembly)
        .AddScoped<IDemoDataSeeder, DemoProjects>();
}
