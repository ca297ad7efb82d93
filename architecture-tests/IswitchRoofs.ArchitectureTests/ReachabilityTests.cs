using IswitchRoofs.ArchitectureTests.Rules;
using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests;

public sealed class ReachabilityTests
{
    [Fact, Trait("Rule", "H-2")]
    public void Every_use_case_is_called_from_somewhere() =>
        Reachability.UseCasesAreCalled(CodeBase.Ours).MustHold("what nobody can reach is dead code");

    [Fact, Trait("Rule", "H-2")]
    public void Every_reaction_is_called_by_a_consumer() =>
        Reachability.ReactionsAreCalled(CodeBase.Ours).MustHold("what nobody can reach is dead code");

    [Fact, Trait("Rule", "H-2")]
    public void Every_integration_event_has_a_publisher() =>
        Reachability.EventsArePublished(CodeBase.Ours).MustHold("an event that is never published misleads its readers");
}
