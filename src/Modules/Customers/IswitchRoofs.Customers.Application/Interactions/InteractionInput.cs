using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>The field rules, the same for every way in.</summary>
internal static class InteractionInput
{
    private const int LongestMinutes = 24 * 60;

    // An older one is a slip of the keyboard, not the company's history.
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static Result<InteractionFacts> Read(InteractionFields fields, DateTimeOffset now)
    {
        var check = new Validation();
        var type = check.Enum<InteractionType>("interaction_type", fields.InteractionType, required: true);
        var isNote = type == InteractionType.Note;
        var facts = new InteractionFacts
        {
            InteractionType = type ?? default,
            Direction = check.Enum<InteractionDirection>("direction", fields.Direction, required: !isNote) ?? InteractionDirection.Internal,
            Channel = check.Text("channel", fields.Channel, 50),
            Subject = check.Text("subject", fields.Subject, 200),
            Notes = check.Text("notes", fields.Notes, 10_000),
            Outcome = check.Enum<InteractionOutcome>("outcome", fields.Outcome),
            OccurredAt = fields.OccurredAt ?? now,
            DurationMinutes = check.Range("duration_minutes", fields.DurationMinutes, 0, LongestMinutes),
            FollowUpOn = fields.FollowUpOn,
            Promise = check.Text("promise", fields.Promise, 500),
        };
        if (facts.OccurredAt < Earliest) check.Add("occurred_at", "must not be before 1990.");
        if (facts is { Promise: not null, FollowUpOn: null }) check.Add("follow_up_on", "is required with a promise: by when?");
        return check.Failed ? check.ToError() : facts;
    }

    internal static InteractionFields FieldsOf(InteractionFacts facts) => new()
    {
        InteractionType = WireName.Of(facts.InteractionType),
        Direction = WireName.Of(facts.Direction),
        Channel = facts.Channel,
        Subject = facts.Subject,
        Notes = facts.Notes,
        Outcome = facts.Outcome is { } outcome ? WireName.Of(outcome) : null,
        OccurredAt = facts.OccurredAt,
        DurationMinutes = facts.DurationMinutes,
        FollowUpOn = facts.FollowUpOn,
        Promise = facts.Promise,
    };
}
