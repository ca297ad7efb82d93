using IswitchRoofs.Customers.Application.Interactions;

namespace IswitchRoofs.Host.Web;

/// <summary>The interactions of one record with their composer, on the pages of every area.</summary>
/// <param name="Name">Of the lead or customer.</param>
/// <param name="MayCorrect">Field techs log but correct nothing.</param>
public sealed record InteractionPanel(
    Guid? LeadId, Guid? CustomerId, string Name, IReadOnlyList<InteractionDetails> Items, int Total, bool MayLog, bool MayCorrect, Colleagues People)
{
    /// <summary>The list that the record was opened from, to come back to the record as it was.</summary>
    public string? In { get; init; }
}
