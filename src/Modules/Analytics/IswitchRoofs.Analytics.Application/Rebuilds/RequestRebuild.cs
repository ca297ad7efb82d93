using System.Text.Json.Serialization;
using IswitchRoofs.Analytics.Domain.Rebuilds;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Analytics.Application.Rebuilds;

public sealed record RequestRebuild;

/// <summary>Wakes whoever carries out what was requested.</summary>
public interface IRebuildSignal
{
    void Raise();
}

public sealed record RebuildState(
    Guid Id,
    string Status,
    Guid? RequestedBy,
    DateTimeOffset RequestedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    long EventsReplayed,
    long FactsChanged,
    string? Failure,
    [property: JsonIgnore] uint Version)
{
    internal static RebuildState Of(Rebuild r) => new(
        r.Id.Value, WireName.Of(r.Status), r.RequestedBy, r.CreatedAt, r.StartedAt, r.FinishedAt, r.EventsReplayed, r.FactsChanged, r.Failure, r.Version);
}

public sealed class RequestRebuildHandler(IRepository<Rebuild> rebuilds, IRebuildSignal signal, ICurrentUser user, TimeProvider clock) : IUseCase
{
    internal const string OneAtATime = "ux_rebuilds_open";

    public async Task<Result<RebuildState>> HandleAsync(RequestRebuild command, CancellationToken ct)
    {
        if (await rebuilds.AnyAsync(new OpenRebuilds(), ct)) return RebuildErrors.AlreadyRunning;
        var rebuild = Rebuild.Request(user.Id, clock.GetUtcNow());
        rebuilds.Add(rebuild);
        try
        {
            await rebuilds.SaveChangesAsync(ct);
        }
        catch (ConstraintViolatedException e) when (e.Constraint == OneAtATime)
        {
            rebuilds.Remove(rebuild);
            return RebuildErrors.AlreadyRunning;
        }

        signal.Raise();
        return RebuildState.Of(rebuild);
    }
}
