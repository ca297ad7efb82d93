namespace IswitchRoofs.Identity.Domain.Notifications;

/// <summary>When the mail about a notification leaves.</summary>
/// <param name="Digest">With the others of its digest instead of with those about the same record.</param>
public sealed record MailPlan(DateTimeOffset DueAt, bool Digest);
