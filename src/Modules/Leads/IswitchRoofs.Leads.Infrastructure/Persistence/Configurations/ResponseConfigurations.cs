using IswitchRoofs.Leads.Domain.Response;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class ResponseRulesConfiguration : IEntityTypeConfiguration<ResponseRules>
{
    public void Configure(EntityTypeBuilder<ResponseRules> builder)
    {
        builder.ToTable("response_rules", table =>
        {
            table.HasCheckConstraint("ck_response_rules_one", $"id = '{ResponseRulesId.Only.Value}'");
            table.HasCheckConstraint("ck_response_rules_order", "hot_seconds > 0 AND warm_seconds >= hot_seconds AND cool_seconds >= warm_seconds AND cold_seconds >= cool_seconds");
        });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.PrimitiveCollection(r => r.Storms);
    }
}

internal sealed class CompanyHoursConfiguration : IEntityTypeConfiguration<CompanyHours>
{
    public void Configure(EntityTypeBuilder<CompanyHours> builder)
    {
        builder.ToTable("company_hours", table => table.HasCheckConstraint("ck_company_hours_one", "id = 1")).IsNotAudited();
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.PrimitiveCollection(h => h.Hours);
        builder.PrimitiveCollection(h => h.Holidays);
    }
}
