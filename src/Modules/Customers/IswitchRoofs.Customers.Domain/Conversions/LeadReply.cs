using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Customers.Domain.Conversions;

public readonly record struct LeadReplyId(Guid Value) : ITypedId<LeadReplyId>
{
    public static LeadReplyId From(Guid value) => new(value);
}

/// <summary>What was answered to a lead that is to become a customer (L5): the customer, or why not.</summary>
public sealed class LeadReply : AggregateRoot
{
    private LeadReply()
    {
    }

    /// <summary>The conversion's, as Leads named it.</summary>
    public LeadReplyId Id { get; private set; }

    public Guid LeadId { get; private set; }

    public Guid? CustomerId { get; private set; }

    public string? Refusal { get; private set; }

    public static LeadReply Found(Guid conversionId, Guid leadId, Guid customerId, DateTimeOffset now) =>
        Of(new LeadReply { Id = LeadReplyId.From(conversionId), LeadId = leadId, CustomerId = customerId }, now);

    public static LeadReply Refused(Guid conversionId, Guid leadId, string reason, DateTimeOffset now) =>
        Of(new LeadReply { Id = LeadReplyId.From(conversionId), LeadId = leadId, Refusal = reason }, now);

    private static LeadReply Of(LeadReply reply, DateTimeOffset now)
    {
        reply.Raise(new LeadAnswered(reply, now));
        return reply;
    }
}

public sealed record LeadAnswered(LeadReply Reply, DateTimeOffset OccurredAt) : IDomainEvent;
