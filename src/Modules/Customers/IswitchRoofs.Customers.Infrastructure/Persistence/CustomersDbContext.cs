using System.Reflection;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Customers.Domain.Leads;
using IswitchRoofs.Customers.Domain.Projects;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Customers.Infrastructure.Persistence;

internal sealed class CustomersDbContext(DbContextOptions<CustomersDbContext> options) : ModuleDbContext(options)
{
    internal const string SchemaName = "customers";

    public override string Schema => SchemaName;

    internal DbSet<Customer> Customers => Set<Customer>();

    internal DbSet<ProjectFact> ProjectFacts => Set<ProjectFact>();

    internal DbSet<Interaction> Interactions => Set<Interaction>();

    internal DbSet<LeadRef> LeadRefs => Set<LeadRef>();

    protected override IEnumerable<Assembly> DomainAssemblies => [typeof(Customer).Assembly];
}
