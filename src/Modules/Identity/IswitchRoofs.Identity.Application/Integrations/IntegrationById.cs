using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Integrations;

/// <summary>One integration, only to be read.</summary>
internal sealed class IntegrationById : Specification<Integration>
{
    public IntegrationById(Guid id)
    {
        var integrationId = IntegrationId.From(id);
        Query.Where(i => i.Id == integrationId);
    }
}
