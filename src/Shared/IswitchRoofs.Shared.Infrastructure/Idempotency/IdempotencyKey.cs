using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Shared.Infrastructure.Idempotency;

/// <summary>The first outcome of a POST, stored with the change it made.</summary>
internal sealed class IdempotencyKey
{
    public required string Caller { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body: another body under the same key is refused.</summary>
    public required string RequestHash { get; init; }
    public required int Status { get; init; }
    public required byte[] Body { get; init; }

    /// <summary>Content-Type, Location and ETag of the first answer.</summary>
    public required string Headers { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class IdempotencyKeyConfiguration : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.HasKey(e => new { e.Caller, e.Key });
        builder.Property(e => e.Headers).HasColumnType("jsonb");
        builder.HasIndex(e => e.CreatedAt);
    }
}
