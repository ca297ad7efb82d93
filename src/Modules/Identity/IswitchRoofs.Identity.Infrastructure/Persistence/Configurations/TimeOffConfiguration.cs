using IswitchRoofs.Identity.Domain.Absences;
using IswitchRoofs.Identity.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

/// <summary>Kept: it is small, and says who was away when.</summary>
internal sealed class TimeOffConfiguration : IEntityTypeConfiguration<TimeOff>
{
    public void Configure(EntityTypeBuilder<TimeOff> builder)
    {
        builder.ToTable("time_off", table => table.HasCheckConstraint("ck_time_off_days", $"ends_on >= starts_on AND ends_on - starts_on < {TimeOff.MostDays}"));
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Reason).HasMaxLength(TimeOff.LongestReason);
        builder.HasOne<User>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(t => new { t.UserId, t.EndsOn });
    }
}
