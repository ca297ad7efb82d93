namespace IswitchRoofs.Leads.Domain.Leads;

/// <summary>What a lead needs to know of a call, mail or visit that was logged with it, in the words of the event.</summary>
public sealed record LoggedInteraction(string Type, string Direction, string? Outcome, DateTimeOffset At, bool ByPerson)
{
    private static readonly string[] AlwaysTwoWay = ["in_person_meeting", "video_call", "site_visit", "live_chat"];
    private static readonly string[] NobodySpoke = ["no_answer", "left_voicemail"];

    /// <summary>The company's day of it.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>When to follow up, if that was said with it.</summary>
    public DateOnly? FollowUpOn { get; init; }

    /// <summary>Somebody turned to somebody: no note, nothing internal.</summary>
    public bool IsContact => Type != "note" && Direction != "internal";

    /// <summary>
    /// Stops the response clock and takes the lead out of new (R2, L2): a person's outbound contact, also when nobody
    /// answered, or one that is two-way by nature. An inbound call is two-way once its outcome shows that people spoke;
    /// an inbound mail or message is not: it still waits for us.
    /// </summary>
    public bool AnswersLead => ByPerson && IsContact
        && (Direction == "outbound" || AlwaysTwoWay.Contains(Type) || (Type == "phone_call" && Outcome is not null && !NobodySpoke.Contains(Outcome)));
}
