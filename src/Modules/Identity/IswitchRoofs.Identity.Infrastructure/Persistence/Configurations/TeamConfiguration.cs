using IswitchRoofs.Identity.Domain.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.ToTable("teams", table =>
        {
            table.HasCheckConstraint("ck_teams_name", "length(name) BETWEEN 1 AND 100");
            table.HasCheckConstraint("ck_teams_territories", "array_to_string(territories, ',') ~ '^([0-9]{5}(,[0-9]{5})*)?$'");
        });
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Name).HasMaxLength(100);
        builder.HasIndex(t => t.Name).IsUnique().HasFilter("deleted_at IS NULL").HasDatabaseName("ux_teams_name");
        builder.HasIndex(t => t.MemberIds).HasMethod("gin").HasDatabaseName("ix_teams_members");
        builder.HasIndex(t => t.ManagerId).HasDatabaseName("ix_teams_manager");
    }
}
