using IswitchRoofs.Scheduling.Domain.Replicas;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Scheduling.Infrastructure.Persistence.Configurations;

internal sealed class CrewMemberConfiguration : IEntityTypeConfiguration<CrewMember>
{
    public void Configure(EntityTypeBuilder<CrewMember> builder)
    {
        builder.ToTable("crew_members").IsNotAudited();
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.PrimitiveCollection(c => c.TeamIds);
        builder.PrimitiveCollection(c => c.WorkingHours);
        builder.PrimitiveCollection(c => c.TimeOff);
    }
}

internal sealed class SubjectRefConfiguration : IEntityTypeConfiguration<SubjectRef>
{
    public void Configure(EntityTypeBuilder<SubjectRef> builder)
    {
        builder.ToTable("subject_refs").IsNotAudited();
        builder.HasKey(s => new { s.Id, s.Kind });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.PrimitiveCollection(s => s.Team);
        builder.HasIndex(s => s.Team).HasMethod("gin");
        builder.HasIndex(s => new { s.Kind, s.LastEventAt }).IsDescending(false, true);
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
