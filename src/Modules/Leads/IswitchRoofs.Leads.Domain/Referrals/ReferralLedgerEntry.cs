using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Referrals;

public readonly record struct ReferralLedgerEntryId(Guid Value) : ITypedId<ReferralLedgerEntryId>
{
    public static ReferralLedgerEntryId From(Guid value) => new(value);
}

/// <summary>One step of a commission's money. Written once and never changed; the database refuses it, too.</summary>
public sealed class ReferralLedgerEntry
{
    private ReferralLedgerEntry()
    {
    }

    internal ReferralLedgerEntry(ReferralId referralId, LedgerKind kind, decimal amount, string? reference, Actor actor, DateTimeOffset at)
    {
        Id = new ReferralLedgerEntryId(Uuid.New(at));
        (ReferralId, Kind, Amount, Reference, At) = (referralId, kind, amount, reference, at);
        (ActorId, ActorName) = (actor.Id, actor.Name);
    }

    public ReferralLedgerEntryId Id { get; private set; }

    public ReferralId ReferralId { get; private set; }

    public LedgerKind Kind { get; private set; }

    public decimal Amount { get; private set; }

    /// <summary>Of the payment, or why it was cancelled.</summary>
    public string? Reference { get; private set; }

    public Guid? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
