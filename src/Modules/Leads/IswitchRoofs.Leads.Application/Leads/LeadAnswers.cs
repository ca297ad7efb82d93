using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Shared.Application;
using Mapster;

namespace IswitchRoofs.Leads.Application.Leads;

internal static class LeadAnswers
{
    /// <param name="rules">That gave the lead its score, to explain it.</param>
    public static Versioned<LeadDetails> ToAnswer(this Lead lead, ScoringRules rules) =>
        new(lead.Adapt<LeadDetails>(Mappings) with { ScoreBreakdown = ScoreExplanation.Of(lead.Explain(rules)) }, lead.Version);

    /// <summary>The lead's fields as a client would send them, to lay a patch over.</summary>
    public static LeadFields ToFields(this Lead lead) => lead.Adapt<LeadFields>(Mappings);

    private static readonly TypeAdapterConfig Mappings = Create();

    private static TypeAdapterConfig Create()
    {
        var config = new TypeAdapterConfig { RequireDestinationMemberSource = true };
        config.Apply(new LeadsMappings());
        return config;
    }
}
