using IswitchRoofs.Identity.Domain.Work;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("work_items", table => table.HasCheckConstraint("ck_work_items_kind", "kind IN ('lead', 'appointment')")).IsNotAudited();
        builder.HasKey(w => new { w.Id, w.Kind });
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Kind).HasMaxLength(20);
        builder.HasIndex(w => new { w.UserId, w.Kind, w.StartsAt }).HasFilter("is_open AND NOT is_deleted");
    }
}
