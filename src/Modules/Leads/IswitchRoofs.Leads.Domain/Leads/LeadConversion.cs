using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Leads;

public readonly record struct LeadConversionId(Guid Value) : ITypedId<LeadConversionId>
{
    public static LeadConversionId New(DateTimeOffset now) => new(Uuid.New(now));

    public static LeadConversionId From(Guid value) => new(value);
}

/// <summary>
/// One try to make a lead a customer (L5). It waits for the answer of Customers; at most one of a lead waits. A refused
/// try stays, so that the reason can be shown.
/// </summary>
public sealed class LeadConversion
{
    private LeadConversion()
    {
    }

    internal LeadConversion(LeadId leadId, Guid? customerId, string? email, bool withProject, Actor actor, DateTimeOffset now)
    {
        Id = LeadConversionId.New(now);
        (LeadId, CustomerId, Email, AskedAt) = (leadId, customerId, email, now);
        ProjectId = withProject ? Uuid.New(now) : null;
        (AskedBy, AskedByName) = (actor.Id, actor.Name);
    }

    public LeadConversionId Id { get; private set; }

    public LeadId LeadId { get; private set; }

    /// <summary>The customer that was chosen; then the one that it became.</summary>
    public Guid? CustomerId { get; private set; }

    public string? Email { get; private set; }

    /// <summary>Of the project to open; null when none is wanted.</summary>
    public Guid? ProjectId { get; private set; }

    public Guid? AskedBy { get; private set; }

    public string AskedByName { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When Customers answered; null while it is waited for.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>When Projects told of the project.</summary>
    public DateTimeOffset? ProjectOpenedAt { get; private set; }

    /// <summary>Why it came to nothing.</summary>
    public string? Refusal { get; private set; }

    public void NoteProject(DateTimeOffset now) => ProjectOpenedAt ??= now;

    internal void Settle(Guid customerId, DateTimeOffset now) => (CustomerId, SettledAt) = (customerId, now);

    internal void Refuse(string reason, DateTimeOffset now) => (Refusal, SettledAt) = (reason, now);
}
