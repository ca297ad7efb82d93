using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class AssigneeConfiguration : IEntityTypeConfiguration<Assignee>
{
    public void Configure(EntityTypeBuilder<Assignee> builder)
    {
        builder.ToTable("assignees", table => table.HasCheckConstraint("ck_assignees_performance", "performance BETWEEN 0 AND 100"));
        builder.PrimitiveCollection(a => a.TeamIds);
        builder.PrimitiveCollection(a => a.Territories);
        builder.PrimitiveCollection(a => a.Skills);
        builder.PrimitiveCollection(a => a.TimeOff);
        builder.IsNotAudited();
    }
}
