using IswitchRoofs.ArchitectureTests.Rules;
using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests.Canaries;

/// <summary>C-1: no rule without a test over our code, none without a canary that shows it can fail.</summary>
public sealed class RuleBookTests
{
    public static TheoryData<string> RuleBook =>
    [
        "B-1", "B-2", "B-3", "B-4", "B-5",
        "L-1", "L-2", "L-3", "L-4", "L-5", "L-6", "L-7",
        "S-1", "S-2", "S-3", "S-4", "S-5", "S-6",
        "IE-1", "IE-2", "IE-3", "IE-4", "IE-5",
        "P-1", "P-2", "P-3",
        "D-1", "D-2", "D-3",
        "H-1", "H-2",
    ];

    [Theory, MemberData(nameof(RuleBook)), Trait("Rule", "C-1")]
    public void A_rule_looks_at_our_code_and_has_a_canary(string rule)
    {
        Marked("Rule").ShouldContain(rule);
        Marked("Canary").ShouldContain(rule);
    }

    [Fact, Trait("Canary", "C-1")]
    public void A_rule_over_nothing_fails() =>
        Should.Throw<ShouldAssertException>(() => Layers.DomainIsPure(new CodeBase([]), "Leads").MustHold("nothing to see"))
            .Message.ShouldContain("looked at nothing");

    [Fact, Trait("Canary", "C-1")]
    public void A_canary_that_nobody_reports_fails() =>
        Should.Throw<ShouldAssertException>(() => new Outcome(["IswitchRoofs.Leads.Domain.Lead"], []).MustReport("Lead"));

    private static IEnumerable<string> Marked(string trait) =>
        typeof(RuleBookTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributesData())
            .Where(data => data.AttributeType == typeof(TraitAttribute) && (string?)data.ConstructorArguments[0].Value == trait)
            .Select(data => (string)data.ConstructorArguments[1].Value!);
}
