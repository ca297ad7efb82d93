using IswitchRoofs.Customers.Domain.Conversions;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Customers.Infrastructure.Persistence.Configurations;

internal sealed class LeadReplyConfiguration : IEntityTypeConfiguration<LeadReply>
{
    public void Configure(EntityTypeBuilder<LeadReply> builder)
    {
        builder.ToTable("lead_replies", table => table.HasCheckConstraint("ck_lead_replies_one", "(customer_id IS NULL) <> (refusal IS NULL)"));
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.IsNotAudited();
    }
}
