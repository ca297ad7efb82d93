using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Integrations;

/// <summary>Names are compared without regard to case.</summary>
internal sealed class IntegrationNamed : Specification<Integration>
{
    public IntegrationNamed(string name, IntegrationId? except)
    {
        var wanted = name.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database compares, not this process.
        Query.Where(i => i.Name.ToLower() == wanted);
#pragma warning restore CA1304, CA1311, CA1862
        if (except is { } id) Query.Where(i => i.Id != id);
    }
}
