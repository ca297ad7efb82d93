using IswitchRoofs.Leads.Domain.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class LeadHistoryEntryConfiguration : IEntityTypeConfiguration<LeadHistoryEntry>
{
    public void Configure(EntityTypeBuilder<LeadHistoryEntry> builder)
    {
        builder.ToTable("lead_history");

        // The key is made in the domain; without this EF would take a new entry of a loaded lead for a changed one.
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.HasIndex(h => new { h.LeadId, h.At, h.Id }).IsDescending(false, true, true).HasDatabaseName("ix_lead_history_lead");
    }
}
