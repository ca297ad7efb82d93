using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Users;

/// <summary>Everybody's name and role: what pages need to show who did something and to offer people to choose.</summary>
public sealed record GetPeople;

public sealed record Person(Guid Id, string Name, string Role, bool IsActive);

public sealed record People(IReadOnlyList<Person> All)
{
    private Dictionary<Guid, Person>? _byId;

    public Person? Find(Guid? id) => id is { } known ? (_byId ??= All.ToDictionary(p => p.Id)).GetValueOrDefault(known) : null;

    public string? NameOf(Guid? id) => Find(id)?.Name;
}

public sealed class GetPeopleHandler(IReadRepository<User> users, AnswerCache cache) : IUseCase
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    public async Task<Result<People>> HandleAsync(GetPeople request, CancellationToken ct)
    {
        var all = await cache.GetAsync(
            "people:all:v1", ["users"], Lifetime,
            async token => (await users.ListAsync(new Everybody(), token)).Select(u => new Person(u.Id.Value, u.Name, WireName.Of(u.Role), u.IsActive)).ToArray(), ct);
        return new People(all);
    }

    private sealed class Everybody : Specification<User>
    {
        public Everybody() => Query.OrderBy(u => u.Name).ThenBy(u => u.Id);
    }
}
