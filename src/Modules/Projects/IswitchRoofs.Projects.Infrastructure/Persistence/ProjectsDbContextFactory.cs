using IswitchRoofs.Shared.Infrastructure.Persistence;

namespace IswitchRoofs.Projects.Infrastructure.Persistence;

internal sealed class ProjectsDbContextFactory() : DesignTimeFactory<ProjectsDbContext>(ProjectsDbContext.SchemaName, o => new ProjectsDbContext(o));
