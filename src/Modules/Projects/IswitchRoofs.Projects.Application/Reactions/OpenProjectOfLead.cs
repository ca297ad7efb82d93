using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Projects.Application.Projects;
using IswitchRoofs.Projects.Domain.Customers;
using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Reactions;

/// <summary>Opens the project that was asked for when a lead was won (L5), under the id that Leads already told.</summary>
public sealed class OpenProjectOfLead(IRepository<Project> projects, IRepository<CustomerRef> customers, TimeProvider clock) : IReaction
{
    private const int LongestName = 200;

    public async Task<Result> HandleAsync(LeadConverted e, CancellationToken ct)
    {
        if (e.ProjectId is not { } projectId) return Result.Success();
        if (!await customers.AnyAsync(new CustomerRefById(e.CustomerId), ct))
        {
            // The news of a new customer may come later; its own name will replace this one.
            var customer = CustomerRef.Of(e.CustomerId);
            customer.Rename(e.LeadName, DateTimeOffset.MinValue);
            customers.Add(customer);
        }

        var type = e.ProjectType is { } wanted ? WireName.Parse<ProjectType>(wanted) : e.InsuranceClaim ? ProjectType.InsuranceClaim : ProjectType.FullReplacement;
        var name = $"{Title(type)} for {e.LeadName}";
        projects.Add(Project.Open(
            ProjectId.From(projectId), e.CustomerId,
            new ProjectPlan
            {
                Name = name.Length > LongestName ? name[..LongestName] : name,
                ProjectType = type,
                Budget = e.EstimatedValue,
                Address = e.Address,
                RoofSizeSqft = e.RoofSizeSqft > 0 ? e.RoofSizeSqft : null,
                InsuranceClaim = e.InsuranceClaim,
                LeadId = e.LeadId,
            },
            new Mover(e.ConvertedBy, e.ConvertedByName), clock.GetUtcNow()));
        return Result.Success();
    }

    private static string Title(ProjectType type)
    {
        var words = WireName.Of(type).Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
