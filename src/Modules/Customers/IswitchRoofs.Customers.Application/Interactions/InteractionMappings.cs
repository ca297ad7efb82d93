using System.Linq.Expressions;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>One expression for the database and for an aggregate in hand, so that both answer alike.</summary>
internal static class InteractionMappings
{
    internal static readonly Expression<Func<Interaction, InteractionDetails>> ToDetails = i => new InteractionDetails
    {
        Id = i.Id.Value,
        CustomerId = i.CustomerId == null ? null : i.CustomerId.Value.Value,
        LeadId = i.LeadId,
        ProjectId = i.ProjectId,
        InteractionType = WireName.Of(i.InteractionType),
        Channel = i.Channel,
        Direction = WireName.Of(i.Direction),
        Subject = i.Subject,
        Notes = i.Notes,
        Outcome = i.Outcome == null ? null : WireName.Of(i.Outcome.Value),
        UserId = i.UserId,
        OccurredAt = i.OccurredAt,
        DurationMinutes = i.DurationMinutes,
        FollowUpOn = i.FollowUpOn,
        FollowUpCompletedAt = i.FollowUpCompletedAt,
        Promise = i.Promise,
        CreatedAt = i.CreatedAt,
        UpdatedAt = i.UpdatedAt,
    };

    private static readonly Func<Interaction, InteractionDetails> Details = ToDetails.Compile();

    internal static InteractionDetails DetailsOf(Interaction interaction) => Details(interaction);
}
