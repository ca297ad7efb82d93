using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Leads.Infrastructure.Imports;

/// <summary>Who asked for an import, while the background does it: what it writes is theirs in the audit trail.</summary>
internal sealed class ImportActor(Actor actor) : ICurrentUser
{
    public Guid? Id => actor.Id;

    public string Name => actor.Name;

    public string Role => "system";

    public string Kind => actor.Id is null ? "system" : "user";

    public IReadOnlyCollection<Guid> TeamIds => [];

    public Guid? SessionId => null;

    public string? IpAddress => null;

    public string? UserAgent => null;

    public bool Has(string permission) => true;
}
