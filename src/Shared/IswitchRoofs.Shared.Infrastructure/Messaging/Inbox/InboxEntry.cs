using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;

/// <summary>The mark that a consumer handled an event, committed with what it did.</summary>
internal sealed class InboxEntry
{
    public required Guid EventId { get; init; }
    public required string Consumer { get; init; }
    public required DateTimeOffset HandledAt { get; init; }

    /// <summary>Why the reaction refused the event for good; null when it did its work.</summary>
    public string? Refusal { get; init; }
}

internal sealed class InboxEntryConfiguration : IEntityTypeConfiguration<InboxEntry>
{
    public void Configure(EntityTypeBuilder<InboxEntry> builder)
    {
        builder.ToTable("inbox_entries");
        builder.HasKey(e => new { e.EventId, e.Consumer });
        builder.HasIndex(e => e.HandledAt);
    }
}
