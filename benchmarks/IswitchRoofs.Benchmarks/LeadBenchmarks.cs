using BenchmarkDotNet.Attributes;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using Mapster;

namespace IswitchRoofs.Benchmarks;

/// <summary>What every captured lead pays for: its score with explanations, and its answer.</summary>
[MemoryDiagnoser]
public class LeadBenchmarks
{
    private static readonly ScoringInput Input = new(
        LeadSource.WebsiteForm, LeadStatus.Qualified, "48009", 650_000, Urgency.Immediate, 15_000, false, true, 4, 3);

    private static readonly LeadFacts Facts = new()
    {
        FirstName = "Ann",
        LastName = "Lee",
        Source = LeadSource.WebsiteForm,
        Phone = "+12485550142",
        Email = "ann@example.com",
        ZipCode = "48009",
        PropertyValue = 650_000,
        Urgency = Urgency.Immediate,
        ProjectType = ProjectType.FullReplacement,
    };

    private readonly TypeAdapterConfig _mappings = new();
    private readonly Lead _lead = Capture();

    [GlobalSetup]
    public void Setup() => _mappings.Apply(new LeadsMappings());

    [Benchmark]
    public ScoreBreakdown Score() => ScoringPolicy.Score(Input, ScoringRules.Standard);

    [Benchmark]
    public Lead CaptureAndScore() => Capture();

    [Benchmark]
    public LeadDetails MapToAnswer() => _lead.Adapt<LeadDetails>(_mappings);

    private static Lead Capture() => Lead.Capture(Facts, ScoringRules.Standard, new Actor(null, "Benchmark"), DateTimeOffset.UnixEpoch);
}
