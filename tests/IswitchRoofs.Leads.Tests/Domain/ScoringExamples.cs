using System.Text.Json;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Tests.Domain;

/// <summary>The examples that came with the rules (lead-scoring.jsonl), one a line.</summary>
public sealed class ScoringExamples
{
    private static readonly Dictionary<string, JsonElement> Lines = File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Domain", "lead-scoring.jsonl"))
        .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
        .ToDictionary(line => line.GetProperty("id").GetString()!, StringComparer.Ordinal);

    public static TheoryData<string> All => [.. Lines.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_example_scores_as_it_says(string id)
    {
        var score = ScoringPolicy.Score(Input(Lines[id].GetProperty("lead")), ScoringRules.Standard);

        var actual = new Dictionary<string, object>
        {
            ["total_score"] = score.Total,
            ["temperature"] = WireName.Of(score.Temperature),
            ["demographics_score"] = score.Demographics,
            ["property_value_points"] = score.PropertyValue.Points,
            ["location_points"] = score.Location.Points,
            ["income_estimate_points"] = score.Income.Points,
            ["behavioral_score"] = score.Behavioral,
            ["engagement_points"] = score.Engagement.Points,
            ["response_time_points"] = score.ResponseTime.Points,
            ["interaction_count_points"] = score.Interactions.Points,
            ["bant_score"] = score.Bant,
            ["budget_points"] = score.Budget.Points,
            ["authority_points"] = score.Authority.Points,
            ["need_points"] = score.Need.Points,
            ["timeline_points"] = score.Timeline.Points,
        };
        foreach (var expected in Lines[id].GetProperty("expect").EnumerateObject())
            actual[expected.Name].ToString().ShouldBe(expected.Value.ToString(), $"{id}: {expected.Name}");
    }

    [Fact]
    public void No_example_is_missing() => Lines.Count.ShouldBe(54);

    private static ScoringInput Input(JsonElement lead)
    {
        // A field that the test does not know would be ignored silently.
        lead.EnumerateObject().Select(f => f.Name).Except([
            "source", "status", "zip_code", "property_value", "urgency", "budget_min", "budget_confirmed", "is_decision_maker",
            "response_minutes", "interaction_count"]).ShouldBeEmpty();
        return new ScoringInput(
            Enum<LeadSource>("source"), Enum<LeadStatus>("status") ?? LeadStatus.New, Value("zip_code")?.GetString(),
            Value("property_value")?.GetDecimal(), Enum<Urgency>("urgency"), Value("budget_min")?.GetDecimal(),
            Value("budget_confirmed")?.GetBoolean() ?? false, Value("is_decision_maker")?.GetBoolean() ?? false,
            Value("response_minutes")?.GetInt32(), Value("interaction_count")?.GetInt32() ?? 0);

        JsonElement? Value(string name) => lead.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
        T? Enum<T>(string name) where T : struct, Enum => Value(name) is { } value ? WireName.Parse<T>(value.GetString()!) : null;
    }
}
