using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Integrations;

public sealed record SearchIntegrations(PageRequest Page, string? Q = null, string? Kind = null, bool? IsActive = null);

public sealed class SearchIntegrationsHandler(IReadRepository<Integration> integrations, IIntegrationUses uses) : IUseCase
{
    private static readonly SortMap<Integration, IntegrationDetails> Sorts = SortMap<Integration, IntegrationDetails>
        .Create("name", i => i.Id, r => r.Id)
        .By("name", i => i.Name, r => r.Name)
        .By("created_at", i => i.CreatedAt, r => r.CreatedAt);

    public async Task<Result<PageOf<IntegrationDetails>>> HandleAsync(SearchIntegrations query, CancellationToken ct)
    {
        var check = new Validation();
        var text = check.Text("q", query.Q, 100);
        var kind = check.Enum<IntegrationKind>("kind", query.Kind);
        var plan = Sorts.Plan(query.Page, check);
        if (check.Failed || plan is null) return check.ToError();

        var list = new IntegrationList(text, kind, query.IsActive, plan);
        var rows = await integrations.ListAsync(list, ct);
        var page = plan.ToPage(rows, plan.ByCursor ? null : await integrations.CountAsync(list, ct));
        var used = await uses.ReadAsync(ct);
        return page with { Items = [.. page.Items.Select(i => i with { LastUsedAt = used.TryGetValue(i.Id, out var at) ? at : null })] };
    }

    private sealed class IntegrationList : Specification<Integration, IntegrationDetails>
    {
        public IntegrationList(string? text, IntegrationKind? kind, bool? isActive, PagePlan<Integration, IntegrationDetails> plan)
        {
            if (text is not null)
            {
                var part = text.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database compares, not this process.
                Query.Where(i => i.Name.ToLower().Contains(part));
#pragma warning restore CA1304, CA1311, CA1862
            }

            if (kind is { } one) Query.Where(i => i.Kind == one);
            if (isActive is { } active) Query.Where(i => i.IsActive == active);
            plan.ApplyTo(Query);
            Select(i => new IntegrationDetails(
                i.Id.Value, i.Name, WireName.Of(i.Kind), i.Id.Value, i.Role == null ? null : WireName.Of(i.Role.Value), i.Scopes, i.RedirectUris, i.IsFirstParty,
                i.ExpiresAt, i.IsActive, null, i.SecretChangedAt, i.CreatedAt, i.UpdatedAt, i.Version));
        }
    }
}
