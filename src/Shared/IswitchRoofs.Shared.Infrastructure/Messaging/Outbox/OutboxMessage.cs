using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Shared.Infrastructure.Messaging.Outbox;

/// <summary>An integration event on its way out, saved with the change that it tells of.</summary>
internal sealed class OutboxMessage
{
    /// <summary>Order of saving.</summary>
    public long Position { get; private set; }

    /// <summary>The event's own id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Stable alias, e.g. <c>leads.lead-created.v1</c>.</summary>
    public required string Type { get; init; }

    public required string Payload { get; init; }

    /// <summary>Events of one aggregate are handed over in the order of saving.</summary>
    public required Guid AggregateId { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required DateTimeOffset NextTryAt { get; init; }
    public string? TraceParent { get; init; }
    public DateTimeOffset? ProcessedAt { get; init; }
    public int Attempts { get; init; }
    public bool Dead { get; init; }
    public string? LastError { get; init; }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        builder.HasKey(m => m.Position);
        builder.Property(m => m.Position).UseIdentityAlwaysColumn();
        builder.HasIndex(m => m.Id).IsUnique();
        builder.Property(m => m.Payload).HasColumnType("jsonb");
        builder.Property(m => m.Dead).HasDefaultValue(false);
        builder.Property(m => m.Attempts).HasDefaultValue(0);

        // What is waiting is a handful of rows whatever the table holds.
        builder.HasIndex(m => m.Position).HasFilter("processed_at IS NULL AND NOT dead").HasDatabaseName("ix_outbox_messages_waiting");
        builder.HasIndex(m => new { m.AggregateId, m.Position }).HasFilter("processed_at IS NULL AND NOT dead").HasDatabaseName("ix_outbox_messages_waiting_by_aggregate");
        builder.HasIndex(m => m.ProcessedAt).HasFilter("processed_at IS NOT NULL").HasDatabaseName("ix_outbox_messages_processed");
    }
}
