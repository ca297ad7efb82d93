namespace IswitchRoofs.Identity.Application.Integrations;

/// <summary>When integrations last called; noted in memory and written down now and then, since requests must not wait for it.</summary>
public interface IIntegrationUses
{
    Task<IReadOnlyDictionary<Guid, DateTimeOffset>> ReadAsync(CancellationToken ct);
}
