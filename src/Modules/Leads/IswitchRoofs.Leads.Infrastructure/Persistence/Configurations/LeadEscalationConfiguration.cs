using IswitchRoofs.Leads.Domain.Escalation;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class LeadEscalationConfiguration : IEntityTypeConfiguration<LeadEscalation>
{
    /// <summary>Whichever host comes second finds it taken.</summary>
    public const string OncePerStep = "ux_lead_escalations_step";

    public void Configure(EntityTypeBuilder<LeadEscalation> builder)
    {
        builder.ToTable("lead_escalations", table => table.HasOneOf<EscalationStep>("step")).IsNotAudited();
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Step).HasMaxLength(20);
        builder.HasIndex(e => new { e.LeadId, e.Step }).IsUnique().HasDatabaseName(OncePerStep);
        builder.HasOne<Lead>().WithMany().HasForeignKey(e => e.LeadId).OnDelete(DeleteBehavior.Cascade);
    }
}
