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
