using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Customers.Infrastructure.Persistence.Configurations;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    // Only immutable functions may compute a stored column; phone numbers are searched by their digits.
    private const string SearchText =
        "lower(name || ' ' || email || ' ' || regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g') || ' ' || "
        + "coalesce(address, '') || ' ' || coalesce(city, '') || ' ' || coalesce(zip_code, ''))";

    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("customers", table =>
        {
            table.HasCheckConstraint("ck_customers_name", "char_length(name) >= 2");
            table.HasOneOf<CustomerType>("customer_type");
            table.HasOneOf<CustomerSegment>("segment");
            table.HasOneOf<CustomerStatus>("status");
            table.HasOneOf<ContactMethod>("preferred_contact_method");
            table.HasCheckConstraint("ck_customers_state", "state ~ '^[A-Z]{2}$'");
            table.HasCheckConstraint("ck_customers_roof_age", "roof_age BETWEEN 0 AND 100");
            table.HasCheckConstraint("ck_customers_roof_size_sqft", "roof_size_sqft > 0");
            table.HasCheckConstraint("ck_customers_nps_score", "nps_score BETWEEN 0 AND 10");
            table.HasCheckConstraint("ck_customers_property_value", "property_value >= 0");
            table.HasCheckConstraint("ck_customers_counts", "lifetime_value >= 0 AND project_count >= 0 AND referral_count >= 0 AND interaction_count >= 0");
        });
        builder.HasKey(c => c.Id);
        builder.Ignore(c => c.Profile);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(200);
        builder.Property(c => c.Email).HasMaxLength(255);
        builder.Property(c => c.Phone).HasMaxLength(20);
        builder.Property(c => c.Address).HasMaxLength(500);
        builder.Property(c => c.City).HasMaxLength(100);
        builder.Property(c => c.State).HasMaxLength(2);
        builder.Property(c => c.ZipCode).HasMaxLength(10);
        builder.Property(c => c.CustomerType).HasMaxLength(50).HasDefaultValueSql("'residential'").ValueGeneratedNever();
        builder.Property(c => c.Segment).HasMaxLength(50);
        builder.Property(c => c.Status).HasMaxLength(50);
        builder.Property(c => c.PropertyType).HasMaxLength(50);
        builder.Property(c => c.RoofType).HasMaxLength(50);
        builder.Property(c => c.PreferredContactMethod).HasMaxLength(20);
        builder.Property(c => c.OriginalSource).HasMaxLength(100);
        builder.Property(c => c.Notes).HasMaxLength(10_000);
        builder.Property(c => c.ProjectTeam).IsHiddenFromAudit();
        builder.Property(c => c.SearchText).HasComputedColumnSql(SearchText, stored: true);

        // A customer in the trash does not keep its address from others.
        builder.HasIndex(c => c.Email).IsUnique().HasFilter("deleted_at IS NULL").HasDatabaseName("ux_customers_email");
        builder.HasIndex(c => c.Phone).HasDatabaseName("ix_customers_phone");
        builder.HasIndex(c => new { c.CreatedAt, c.Id }).HasDatabaseName("ix_customers_created_at");
        builder.HasIndex(c => new { c.UpdatedAt, c.Id }).HasDatabaseName("ix_customers_updated_at");
        builder.HasIndex(c => new { c.Name, c.Id }).HasDatabaseName("ix_customers_name");
        builder.HasIndex(c => new { c.LifetimeValue, c.Id }).HasDatabaseName("ix_customers_lifetime_value");
        builder.HasIndex(c => new { c.Segment, c.CreatedAt, c.Id }).HasDatabaseName("ix_customers_segment");
        builder.HasIndex(c => new { c.Status, c.CreatedAt, c.Id }).HasDatabaseName("ix_customers_status");
        builder.HasIndex(c => new { c.AssignedTo, c.CreatedAt, c.Id }).HasDatabaseName("ix_customers_assigned_to");
        builder.HasIndex(c => c.SearchText).HasMethod("gin").HasOperators("gin_trgm_ops")
            .HasStorageParameter("fastupdate", false).HasDatabaseName("ix_customers_search_text");
    }
}
