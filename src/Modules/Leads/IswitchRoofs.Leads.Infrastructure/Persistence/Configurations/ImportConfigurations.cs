using System.Text.Json;
using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class LeadImportConfiguration : IEntityTypeConfiguration<LeadImport>
{
    public void Configure(EntityTypeBuilder<LeadImport> builder)
    {
        builder.ToTable("lead_imports", table =>
        {
            table.HasOneOf<ImportStatus>("status");
            table.HasOneOf<OnMatch>("on_match");
            table.HasOneOf<LeadSource>("default_source");
            table.HasCheckConstraint("ck_lead_imports_format", "format IN ('csv', 'xlsx')");
            table.HasCheckConstraint("ck_lead_imports_total_rows", "total_rows > 0");
            table.HasCheckConstraint("ck_lead_imports_fields", "cardinality(fields) = cardinality(headers)");
        });
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.FileName).HasMaxLength(255);
        builder.Property(i => i.Format).HasMaxLength(10);
        builder.Property(i => i.Encoding).HasMaxLength(20);
        builder.Property(i => i.Delimiter).HasMaxLength(1);
        builder.Property(i => i.Status).HasMaxLength(20);
        builder.Property(i => i.OnMatch).HasMaxLength(20);
        builder.Property(i => i.DefaultSource).HasMaxLength(100);
        builder.PrimitiveCollection(i => i.Headers);
        builder.PrimitiveCollection(i => i.Fields);
        builder.Ignore(i => i.Asker);
        builder.Ignore(i => i.WorksInBackground);
        builder.Ignore(i => i.UndoUntil);
        builder.HasIndex(i => new { i.CreatedAt, i.Id }).IsDescending(true, true).HasDatabaseName("ix_lead_imports_created");

        // What waits for the background is a handful whatever the table holds.
        builder.HasIndex(i => i.UpdatedAt).HasFilter("status IN ('validating', 'running', 'undoing')").HasDatabaseName("ix_lead_imports_at_work");
    }
}

internal sealed class ImportProgressConfiguration : IEntityTypeConfiguration<ImportProgress>
{
    public void Configure(EntityTypeBuilder<ImportProgress> builder)
    {
        builder.ToTable("lead_import_progress", table => table.HasCheckConstraint("ck_lead_import_progress_steps", "done >= 0 AND steps >= 0"));

        // Counts move with every batch; the import's own entries tell what happened.
        builder.IsNotAudited();
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<LeadImport>().WithOne().HasForeignKey<ImportProgress>(p => p.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LeadImportRowConfiguration : IEntityTypeConfiguration<LeadImportRow>
{
    public void Configure(EntityTypeBuilder<LeadImportRow> builder)
    {
        // No foreign key to the import: it would be looked up for each of a hundred thousand rows. The housekeeping removes both.
        builder.ToTable("lead_import_rows", table =>
        {
            table.HasOneOf<ImportRowState>("state");
            table.HasCheckConstraint("ck_lead_import_rows_row_no", "row_no > 0");
        });
        builder.IsNotAudited();

        // Each row is written again by the dry run and by the run: with room beside it, no index is touched.
        builder.HasStorageParameter("fillfactor", 40);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.State).HasMaxLength(20);
        builder.Property(r => r.Phone).HasMaxLength(20);
        builder.Property(r => r.Email).HasMaxLength(255);
        builder.Property(r => r.Facts).HasColumnType("jsonb");
        builder.Property(r => r.Before).HasColumnType("jsonb");
        builder.Property(r => r.Problems).HasColumnType("jsonb").HasConversion(
            problems => JsonSerializer.Serialize(problems, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<List<RowProblem>>(text, JsonSerializerOptions.Web)!,
            new ValueComparer<IReadOnlyList<RowProblem>>((a, b) => ReferenceEquals(a, b), problems => problems.Count, problems => problems));
        builder.HasIndex(r => new { r.ImportId, r.RowNo }).IsUnique().HasDatabaseName("ux_lead_import_rows_row");
    }
}

internal sealed class ImportTemplateConfiguration : IEntityTypeConfiguration<ImportTemplate>
{
    public void Configure(EntityTypeBuilder<ImportTemplate> builder)
    {
        builder.ToTable("lead_import_templates", table => table.HasCheckConstraint("ck_lead_import_templates_fields", "cardinality(fields) = cardinality(headers)"));
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Name).HasMaxLength(100);
        builder.PrimitiveCollection(t => t.Headers);
        builder.PrimitiveCollection(t => t.Fields);
        builder.HasIndex(t => t.Name).IsUnique().HasDatabaseName("ux_lead_import_templates_name");
    }
}
