using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Customers.Infrastructure.Persistence.Configurations;

internal sealed class InteractionConfiguration : IEntityTypeConfiguration<Interaction>
{
    private const string Alive = "deleted_at IS NULL";

    public void Configure(EntityTypeBuilder<Interaction> builder)
    {
        builder.ToTable("interactions", table =>
        {
            table.HasCheckConstraint("ck_interactions_parties", "customer_id IS NOT NULL OR lead_id IS NOT NULL");
            table.HasOneOf<InteractionType>("interaction_type");
            table.HasOneOf<InteractionDirection>("direction");
            table.HasOneOf<InteractionOutcome>("outcome");
            table.HasCheckConstraint("ck_interactions_duration_minutes", "duration_minutes >= 0");
            table.HasCheckConstraint("ck_interactions_follow_up", "follow_up_on IS NOT NULL OR (follow_up_completed_at IS NULL AND promise IS NULL)");
        });
        builder.HasKey(i => i.Id);
        builder.Ignore(i => i.Facts).Ignore(i => i.Parties);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.InteractionType).HasMaxLength(50);
        builder.Property(i => i.Direction).HasMaxLength(20);
        builder.Property(i => i.Outcome).HasMaxLength(50);
        builder.Property(i => i.Channel).HasMaxLength(50);
        builder.Property(i => i.Subject).HasMaxLength(200);
        builder.Property(i => i.Notes).HasMaxLength(10_000);
        builder.Property(i => i.Promise).HasMaxLength(500);

        // What goes to the trash with its customer is removed for good with it.
        builder.HasOne<Customer>().WithMany().HasForeignKey(i => i.CustomerId).OnDelete(DeleteBehavior.Cascade);

        builder.HasIndex(i => new { i.CustomerId, i.OccurredAt, i.Id }).IsDescending(false, true, true).HasDatabaseName("ix_interactions_customer");
        builder.HasIndex(i => new { i.LeadId, i.OccurredAt, i.Id }).IsDescending(false, true, true).HasFilter("lead_id IS NOT NULL").HasDatabaseName("ix_interactions_lead");
        builder.HasIndex(i => new { i.ProjectId, i.OccurredAt, i.Id }).IsDescending(false, true, true).HasFilter("project_id IS NOT NULL").HasDatabaseName("ix_interactions_project");
        builder.HasIndex(i => new { i.UserId, i.OccurredAt, i.Id }).IsDescending(false, true, true).HasFilter(Alive).HasDatabaseName("ix_interactions_user");
        builder.HasIndex(i => new { i.OccurredAt, i.Id }).IsDescending(true, true).HasFilter(Alive).HasDatabaseName("ix_interactions_occurred_at");
        builder.HasIndex(i => new { i.CreatedAt, i.Id }).IsDescending(true, true).HasFilter(Alive).HasDatabaseName("ix_interactions_created_at");
        builder.HasIndex(i => new { i.FollowUpOn, i.Id }).HasFilter($"follow_up_on IS NOT NULL AND follow_up_completed_at IS NULL AND {Alive}").HasDatabaseName("ix_interactions_open_follow_ups");
        builder.HasIndex(i => i.DeletedAt).HasFilter("deleted_at IS NOT NULL").HasDatabaseName("ix_interactions_deleted_at");
    }
}
