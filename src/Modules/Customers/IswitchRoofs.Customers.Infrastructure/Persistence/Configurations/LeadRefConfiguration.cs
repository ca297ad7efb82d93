using IswitchRoofs.Customers.Domain.Leads;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Customers.Infrastructure.Persistence.Configurations;

internal sealed class LeadRefConfiguration : IEntityTypeConfiguration<LeadRef>
{
    public void Configure(EntityTypeBuilder<LeadRef> builder)
    {
        builder.ToTable("lead_refs");
        builder.HasKey(l => l.LeadId);
        builder.Property(l => l.LeadId).ValueGeneratedNever();
        builder.Property(l => l.Name).HasMaxLength(201);
        builder.IsNotAudited();
    }
}
