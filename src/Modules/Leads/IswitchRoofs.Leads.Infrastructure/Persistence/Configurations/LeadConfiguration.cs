using System.Text.Json;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class LeadConfiguration : IEntityTypeConfiguration<Lead>
{
    private const string Alive = "deleted_at IS NULL";

    public void Configure(EntityTypeBuilder<Lead> builder)
    {
        builder.ToTable("leads", table =>
        {
            table.HasOneOf<LeadSource>("source");
            table.HasOneOf<LeadStatus>("status");
            table.HasOneOf<Temperature>("temperature");
            table.HasOneOf<LeadPriority>("priority");
            table.HasOneOf<ProjectType>("project_type");
            table.HasOneOf<Urgency>("urgency");
            table.HasCheckConstraint("ck_leads_score", "score BETWEEN 0 AND 100");
            table.HasCheckConstraint("ck_leads_contact", "phone IS NOT NULL OR email IS NOT NULL");
            table.HasCheckConstraint("ck_leads_lost_reason", "status <> 'lost' OR lost_reason IS NOT NULL");
            table.HasCheckConstraint("ck_leads_roof_age", "roof_age BETWEEN 0 AND 100");
            table.HasCheckConstraint("ck_leads_property_value", "property_value >= 0");
            table.HasCheckConstraint("ck_leads_estimated_value", "estimated_value >= 0");
            table.HasCheckConstraint("ck_leads_response", "response_seconds >= 0 AND response_target_seconds > 0");
            table.HasCheckConstraint("ck_leads_budget", "budget_min >= 0 AND budget_max >= budget_min");
        });
        // Made of address and ZIP code, which are in the trail themselves.
        builder.Property(l => l.AddressKey).IsHiddenFromAudit();
        builder.Property(l => l.Source).HasMaxLength(100);
        builder.Property(l => l.Status).HasMaxLength(50).HasDefaultValue(LeadStatus.New).HasSentinel((LeadStatus)(-1));
        builder.Property(l => l.Score).HasDefaultValue(0);
        builder.Property(l => l.ScoringVersion).HasDefaultValue(ScoringRules.StandardVersion).HasSentinel(0).IsHiddenFromAudit();
        builder.Property(l => l.Priority).HasMaxLength(20).HasDefaultValue(LeadPriority.Medium).HasSentinel((LeadPriority)(-1));
        builder.Property(l => l.ProjectType).HasMaxLength(100);
        builder.Property(l => l.FirstName).HasMaxLength(100);
        builder.Property(l => l.LastName).HasMaxLength(100);
        builder.Property(l => l.Phone).HasMaxLength(20);
        builder.Property(l => l.Email).HasMaxLength(255);
        builder.Property(l => l.ZipCode).HasMaxLength(10);
        builder.Property(l => l.State).HasMaxLength(2);
        builder.Property(l => l.LastTouchAt).HasDefaultValueSql("now()");
        // Written once and read as a whole.
        builder.Property(l => l.SourceDetail).HasColumnType("jsonb").HasConversion(
            detail => JsonSerializer.Serialize(detail, JsonSerializerOptions.Web), text => JsonSerializer.Deserialize<SourceDetail>(text, JsonSerializerOptions.Web));
        builder.PrimitiveCollection(l => l.Tags);
        builder.PrimitiveCollection(l => l.TeamIds);
        builder.Ignore(l => l.Name);
        builder.Ignore(l => l.IsWaiting);
        builder.HasMany(l => l.History).WithOne().HasForeignKey(h => h.LeadId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(l => l.History).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(l => l.Conversions).WithOne().HasForeignKey(c => c.LeadId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(l => l.Conversions).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(l => l.Appointments).WithOne().HasForeignKey(a => a.LeadId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(l => l.Appointments).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Property(l => l.SearchText).HasComputedColumnSql(
            """
            lower(first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || coalesce(ltrim(phone, '+'), '') || ' '
              || coalesce(address, '') || ' ' || coalesce(city, '') || ' ' || coalesce(zip_code, ''))
            """, stored: true);

        // Each list view's order ends in the id, so that a page is read straight off its index.
        builder.HasIndex(l => new { l.Score, l.Id }).IsDescending(true, true).HasFilter(Alive).HasDatabaseName("ix_leads_score");
        builder.HasIndex(l => new { l.CreatedAt, l.Id }).IsDescending(true, true).HasFilter(Alive).HasDatabaseName("ix_leads_created");

        // Carries what the board and the figures add up, so that their totals are read from the index alone.
        builder.HasIndex(l => new { l.Status, l.Score, l.Id }).IsDescending(false, true, true).HasFilter(Alive).HasDatabaseName("ix_leads_status_score")
            .IncludeProperties(l => new { l.Temperature, l.Source, l.EstimatedValue, l.AssignedTo });
        builder.HasIndex(l => new { l.AssignedTo, l.Status, l.Score, l.Id }).IsDescending(false, false, true, true).HasFilter(Alive).HasDatabaseName("ix_leads_assigned_status_score");

        // Its like for the estimated value (ix_leads_estimated_value) is over an expression, which only the migration can say.
        builder.HasIndex(l => new { l.LastName, l.Id }).HasFilter(Alive).HasDatabaseName("ix_leads_last_name");
        builder.HasIndex(l => new { l.Status, l.LastTouchAt }).HasFilter(Alive).HasDatabaseName("ix_leads_last_touch").IncludeProperties(l => new { l.Id, l.NextFollowUpOn });
        builder.HasIndex(l => l.CreatedAt).HasFilter($"first_response_at IS NULL AND status NOT IN ('won', 'lost', 'nurture') AND {Alive}").HasDatabaseName("ix_leads_waiting");
        builder.HasIndex(l => new { l.AssignedTo, l.AssignedAt }).IsDescending(false, true).HasFilter("assigned_to IS NOT NULL").HasDatabaseName("ix_leads_assigned_at");
        builder.HasIndex(l => new { l.NextFollowUpOn, l.Id }).HasFilter($"next_follow_up_on IS NOT NULL AND {Alive}").HasDatabaseName("ix_leads_follow_up");
        builder.HasIndex(l => l.Phone).HasFilter($"phone IS NOT NULL AND {Alive}").HasDatabaseName("ix_leads_phone");
        builder.HasIndex(l => l.Email).HasFilter($"email IS NOT NULL AND {Alive}").HasDatabaseName("ix_leads_email");
        builder.HasIndex(l => l.AddressKey).HasFilter($"address_key IS NOT NULL AND {Alive}").HasDatabaseName("ix_leads_address_key");
        builder.HasIndex(l => l.CustomerId).HasFilter("customer_id IS NOT NULL").HasDatabaseName("ix_leads_customer");
        builder.HasIndex(l => l.SearchText).HasMethod("gin").HasOperators("public.gin_trgm_ops").HasStorageParameter("fastupdate", false).HasDatabaseName("ix_leads_search");
    }
}
