using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Areas.Customers.Pages.Interactions;

/// <summary>The form of an interaction; its field names are those of the use case, so that refusals find their field.</summary>
public sealed class InteractionForm
{
    public string? InteractionType { get; set; } = "phone_call";
    public string? Direction { get; set; } = "outbound";
    public string? Outcome { get; set; }
    public string? Subject { get; set; }
    public string? Notes { get; set; }

    /// <summary>In company time.</summary>
    public DateTime? OccurredAt { get; set; }
    public int? DurationMinutes { get; set; }
    public DateOnly? FollowUpOn { get; set; }
    public string? Promise { get; set; }

    internal static InteractionForm Of(InteractionDetails i, ICompanyClock clock) => new()
    {
        InteractionType = i.InteractionType,
        Direction = i.Direction,
        Outcome = i.Outcome,
        Subject = i.Subject,
        Notes = i.Notes,
        OccurredAt = TimeZoneInfo.ConvertTime(i.OccurredAt, clock.Zone).DateTime,
        DurationMinutes = i.DurationMinutes,
        FollowUpOn = i.FollowUpOn,
        Promise = i.Promise,
    };

    internal LogInteraction ToCommand(Guid? leadId, Guid? customerId, ICompanyClock clock) => new()
    {
        LeadId = leadId,
        CustomerId = customerId,
        InteractionType = InteractionType,
        Direction = Direction,
        Outcome = Outcome,
        Subject = Subject,
        Notes = Notes,
        OccurredAt = At(clock),
        DurationMinutes = DurationMinutes,
        FollowUpOn = FollowUpOn,
        Promise = Promise,
    };

    /// <param name="before">The form shows minutes: an instant that was left alone keeps its seconds.</param>
    /// <param name="clock">Knows the company's zone.</param>
    internal InteractionPatch ToPatch(InteractionDetails before, ICompanyClock clock) => new()
    {
        InteractionType = InteractionType,
        Direction = Direction,
        Outcome = Outcome,
        Subject = Subject,
        Notes = Notes,
        OccurredAt = OccurredAt is null || Same(OccurredAt.Value, Of(before, clock).OccurredAt!.Value) ? before.OccurredAt : At(clock),
        DurationMinutes = DurationMinutes,
        FollowUpOn = FollowUpOn,
        Promise = Promise,
    };

    private DateTimeOffset? At(ICompanyClock clock) =>
        OccurredAt is { } at ? clock.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : null;

    private static bool Same(DateTime a, DateTime b) => Math.Abs((a - b).TotalMinutes) < 1;
}
