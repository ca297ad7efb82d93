using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>The values that forms and filters offer.</summary>
public static class InteractionChoices
{
    public static IReadOnlyList<string> Types => WireName.All<InteractionType>();

    public static IReadOnlyList<string> Directions => WireName.All<InteractionDirection>();

    public static IReadOnlyList<string> Outcomes => WireName.All<InteractionOutcome>();
}
