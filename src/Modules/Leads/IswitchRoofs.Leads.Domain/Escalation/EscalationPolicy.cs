namespace IswitchRoofs.Leads.Domain.Escalation;

/// <summary>When which step is due, and what is still to be told (R3).</summary>
public static class EscalationPolicy
{
    /// <summary>After which part of the target.</summary>
    public static double PartOf(EscalationStep step) => step switch
    {
        EscalationStep.Remind => 0.5,
        EscalationStep.Missed => 1,
        EscalationStep.Managers => 1.5,
        _ => 2,
    };

    /// <summary>What is still to be told, the first first: after an outage all that is missing, but no reminder of a target that has passed.</summary>
    public static IEnumerable<EscalationStep> ToTell(EscalationStep reached, IReadOnlyCollection<EscalationStep> told) =>
        Enum.GetValues<EscalationStep>().Where(s => s <= reached && !told.Contains(s) && (s != EscalationStep.Remind || reached == EscalationStep.Remind));
}
