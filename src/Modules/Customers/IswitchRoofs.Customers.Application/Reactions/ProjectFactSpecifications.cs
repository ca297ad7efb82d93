using IswitchRoofs.Customers.Domain.Projects;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Customers.Application.Reactions;

internal sealed class RunningProjectsOf : Specification<ProjectFact>
{
    internal RunningProjectsOf(Guid customerId) =>
        Query.Where(p => p.CustomerId == customerId && !p.Deleted && p.Status == ProjectFact.InProgress);
}

internal sealed class FactsOfCustomer : Specification<ProjectFact>
{
    internal FactsOfCustomer(Guid customerId) => Query.Where(p => p.CustomerId == customerId).AsTracking();
}

internal sealed class FactOfProject : Specification<ProjectFact>
{
    internal FactOfProject(Guid projectId) => Query.Where(p => p.ProjectId == projectId).AsTracking();
}
