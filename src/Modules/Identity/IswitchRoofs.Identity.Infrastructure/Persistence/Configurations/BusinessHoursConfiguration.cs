using IswitchRoofs.Identity.Domain.Company;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class BusinessHoursConfiguration : IEntityTypeConfiguration<BusinessHours>
{
    public void Configure(EntityTypeBuilder<BusinessHours> builder)
    {
        builder.ToTable("business_hours", table => table.HasCheckConstraint("ck_business_hours_one", $"id = '{BusinessHoursId.Only.Value}'"));
        builder.Property(h => h.Id).ValueGeneratedNever();
    }
}
