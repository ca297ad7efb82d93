using IswitchRoofs.Customers.Application.Interactions;

namespace IswitchRoofs.Host.Web.Display;

/// <summary>How an interaction is called and marked on the screen.</summary>
internal static class InteractionLook
{
    /// <summary>"Outbound phone call"; a note is a note.</summary>
    public static string Title(InteractionDetails item) =>
        item.Direction == "internal" ? Words.Of(item.InteractionType) : $"{Words.Of(item.Direction)} {Lower(Words.Of(item.InteractionType))}";

    public static string Icon(string type) => type switch
    {
        "phone_call" => "phone",
        "email" => "mail",
        "sms" => "message",
        "in_person_meeting" => "users",
        "video_call" => "video",
        "site_visit" => "home-search",
        "voicemail" => "microphone",
        "social_media" => "share",
        "live_chat" => "messages",
        _ => "note",
    };

    public static string Tone(InteractionDetails item) => item switch
    {
        { Direction: "internal" } => "gray",
        { Outcome: "no_answer" or "left_voicemail" or "not_interested" } => "amber",
        { Direction: "inbound" } => "blue",
        _ => "teal",
    };

    /// <summary>With whom; a lead that became a customer is shown as the customer it is.</summary>
    public static (string Name, string Url) With(InteractionDetails item) => item switch
    {
        { CustomerId: { } customer } => (item.CustomerName ?? "A customer", $"/Customers/Details/{customer}"),
        { LeadId: { } lead } => (item.LeadName ?? "A lead", $"/Leads/Details/{lead}"),
        _ => ("Somebody", "/Interactions"),
    };

    public static string? Short(string? text) => text is { Length: > 80 } ? text[..79] + "…" : text;

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
