using System.Reflection;
using IswitchRoofs.Projects.Domain.Customers;
using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Projects.Infrastructure.Persistence;

internal sealed class ProjectsDbContext(DbContextOptions<ProjectsDbContext> options) : ModuleDbContext(options)
{
    internal const string SchemaName = "projects";

    public override string Schema => SchemaName;

    internal DbSet<Project> Projects => Set<Project>();

    internal DbSet<CustomerRef> CustomerRefs => Set<CustomerRef>();

    protected override IEnumerable<Assembly> DomainAssemblies => [typeof(Project).Assembly];
}
