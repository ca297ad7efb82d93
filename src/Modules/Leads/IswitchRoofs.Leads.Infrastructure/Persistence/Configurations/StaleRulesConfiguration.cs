using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Stale;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class StaleRulesConfiguration : IEntityTypeConfiguration<StaleRules>
{
    public void Configure(EntityTypeBuilder<StaleRules> builder)
    {
        builder.ToTable("stale_rules", table =>
        {
            table.HasCheckConstraint("ck_stale_rules_one", $"id = '{StaleRulesId.Only.Value}'");
            foreach (var status in Enum.GetValues<LeadStatus>().Where(s => StaleLimits.Standard.DaysIn(s) is not null).Select(s => WireName.Of(s)))
                table.HasCheckConstraint($"ck_stale_rules_{status}", $"\"{status}\" BETWEEN {StaleLimits.Shortest} AND {StaleLimits.Longest}");
        });
        builder.Property(r => r.Id).ValueGeneratedNever();
    }
}
