using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Domain.Bulk;

public readonly record struct BulkChangeId(Guid Value) : ITypedId<BulkChangeId>
{
    public static BulkChangeId From(Guid value) => new(value);
}

/// <summary>What is done to many leads at once (L7).</summary>
public enum BulkAction
{
    Assign,
    Move,
    Tag,
    Delete,
}

/// <summary>One change of many leads, remembered so that it can be taken back as one.</summary>
public sealed class BulkChange : AggregateRoot
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private BulkChange()
    {
    }

    public BulkChangeId Id { get; private set; }

    public BulkAction Action { get; private set; }

    public IReadOnlyList<BulkChangeItem> Items { get; private set; } = [];

    public Guid? DoneBy { get; private set; }

    public DateTimeOffset DoneAt { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public static BulkChange Of(BulkAction action, IReadOnlyList<BulkChangeItem> items, Actor actor, DateTimeOffset now) =>
        new() { Id = new BulkChangeId(Uuid.New(now)), Action = action, Items = items, DoneBy = actor.Id, DoneAt = now };

    /// <summary>Once, within a day, by whom it was done.</summary>
    public Result Undo(Actor actor, DateTimeOffset now)
    {
        if (UndoneAt is not null) return LeadErrors.BulkUndone();
        if (DoneBy != actor.Id) return LeadErrors.BulkUnknown(Id.Value);
        if (DoneAt < now - Window) return LeadErrors.BulkTooOld();
        UndoneAt = now;
        return Result.Success();
    }
}

/// <summary>What the change was to one lead, in the words of its history; tags are separated by line breaks.</summary>
public sealed record BulkChangeItem(Guid LeadId, string? Before, string? After, string? Reason);
