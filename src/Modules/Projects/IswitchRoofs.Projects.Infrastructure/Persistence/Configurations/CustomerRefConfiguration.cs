using IswitchRoofs.Projects.Domain.Customers;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Projects.Infrastructure.Persistence.Configurations;

internal sealed class CustomerRefConfiguration : IEntityTypeConfiguration<CustomerRef>
{
    public void Configure(EntityTypeBuilder<CustomerRef> builder)
    {
        builder.ToTable("customer_refs");
        builder.HasKey(c => c.CustomerId);
        builder.Property(c => c.CustomerId).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(200);
        builder.IsNotAudited();
    }
}
