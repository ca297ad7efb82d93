using IswitchRoofs.Leads.Domain.Duplicates;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class CustomerContactConfiguration : IEntityTypeConfiguration<CustomerContact>
{
    public void Configure(EntityTypeBuilder<CustomerContact> builder)
    {
        builder.ToTable("customer_contacts");
        builder.HasIndex(c => c.Phone).HasFilter("phone IS NOT NULL");
        builder.HasIndex(c => c.Email).HasFilter("email IS NOT NULL");
        builder.HasIndex(c => c.AddressKey).HasFilter("address_key IS NOT NULL");
        builder.IsNotAudited();
    }
}
