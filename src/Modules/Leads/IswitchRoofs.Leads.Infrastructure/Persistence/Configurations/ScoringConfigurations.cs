using System.Text.Json;
using System.Text.Json.Serialization;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class ScoringRuleSetConfiguration : IEntityTypeConfiguration<ScoringRuleSet>
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new SourceName() } };

    public void Configure(EntityTypeBuilder<ScoringRuleSet> builder)
    {
        builder.ToTable("scoring_rule_sets", table => table.HasCheckConstraint("ck_scoring_rule_sets_number", $"number > {ScoringRules.StandardVersion}"));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Note).HasMaxLength(500);

        // Written once and read as a whole, so one column.
        builder.Property(s => s.Rules).HasColumnType("jsonb").HasConversion(
            rules => JsonSerializer.Serialize(rules, Json),
            text => JsonSerializer.Deserialize<ScoringRules>(text, Json)!,
            new ValueComparer<ScoringRules>((a, b) => ReferenceEquals(a, b), rules => rules.Version, rules => rules));
        builder.HasIndex(s => s.Number).IsUnique().HasDatabaseName("ux_scoring_rule_sets_number");
    }

    private sealed class SourceName : JsonConverter<LeadSource>
    {
        public override LeadSource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => WireName.Parse<LeadSource>(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, LeadSource value, JsonSerializerOptions options) => writer.WriteStringValue(WireName.Of(value));

        public override LeadSource ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, LeadSource value, JsonSerializerOptions options) => writer.WritePropertyName(WireName.Of(value));
    }
}

internal sealed class RescoringConfiguration : IEntityTypeConfiguration<Rescoring>
{
    public void Configure(EntityTypeBuilder<Rescoring> builder)
    {
        builder.ToTable("rescorings", table =>
        {
            table.HasOneOf<RescoringState>("state");
            table.HasCheckConstraint("ck_rescorings_finished", "(finished_at IS NULL) = (state IN ('waiting', 'running'))");
        });

        // The rule set's own entry tells who asked for it, the leads' entries what it changed.
        builder.IsNotAudited();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.State).HasMaxLength(20);
        builder.Ignore(r => r.Actor);
        builder.HasIndex(r => r.RulesNumber).IsUnique().HasDatabaseName("ux_rescorings_rules");
    }
}
