using System.Reflection;
using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Scheduling.Infrastructure.Persistence;

internal sealed class SchedulingDbContext(DbContextOptions<SchedulingDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "scheduling";

    public override string Schema => SchemaName;

    protected override IEnumerable<Assembly> DomainAssemblies => [typeof(Appointment).Assembly];
}

internal sealed class SchedulingDbContextFactory() : DesignTimeFactory<SchedulingDbContext>(SchedulingDbContext.SchemaName, o => new SchedulingDbContext(o));
