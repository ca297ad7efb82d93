using System.Text.Json;
using IswitchRoofs.Leads.Domain.Bulk;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class BulkChangeConfiguration : IEntityTypeConfiguration<BulkChange>
{
    public void Configure(EntityTypeBuilder<BulkChange> builder)
    {
        builder.ToTable("bulk_changes", table => table.HasOneOf<BulkAction>("action"));

        // The leads' own audit entries tell what was changed.
        builder.IsNotAudited();
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Action).HasMaxLength(20);

        // Written once and read as a whole, so one column.
        builder.Property(c => c.Items).HasColumnType("jsonb").HasConversion(
            items => JsonSerializer.Serialize(items, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<List<BulkChangeItem>>(text, JsonSerializerOptions.Web)!,
            new ValueComparer<IReadOnlyList<BulkChangeItem>>((a, b) => ReferenceEquals(a, b), items => items.Count, items => items));
        builder.HasIndex(c => c.DoneAt).HasDatabaseName("ix_bulk_changes_done_at");
    }
}
