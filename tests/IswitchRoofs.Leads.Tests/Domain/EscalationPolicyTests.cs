using IswitchRoofs.Leads.Domain.Escalation;

namespace IswitchRoofs.Leads.Tests.Domain;

public sealed class EscalationPolicyTests
{
    [Theory]
    [InlineData(EscalationStep.Remind, 0.5)]
    [InlineData(EscalationStep.Missed, 1)]
    [InlineData(EscalationStep.Managers, 1.5)]
    [InlineData(EscalationStep.Admins, 2)]
    public void Each_step_has_its_part_of_the_target(EscalationStep step, double part) => EscalationPolicy.PartOf(step).ShouldBe(part);

    [Fact]
    public void What_was_told_is_not_told_again_and_nobody_is_reminded_of_a_target_that_has_passed()
    {
        EscalationPolicy.ToTell(EscalationStep.Remind, []).ShouldBe([EscalationStep.Remind]);
        EscalationPolicy.ToTell(EscalationStep.Missed, [EscalationStep.Remind]).ShouldBe([EscalationStep.Missed]);
        EscalationPolicy.ToTell(EscalationStep.Admins, []).ShouldBe([EscalationStep.Missed, EscalationStep.Managers, EscalationStep.Admins]);
        EscalationPolicy.ToTell(EscalationStep.Admins, [EscalationStep.Managers]).ShouldBe([EscalationStep.Missed, EscalationStep.Admins]);
        EscalationPolicy.ToTell(EscalationStep.Managers, [EscalationStep.Missed, EscalationStep.Managers]).ShouldBeEmpty();
    }
}
