using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Domain.Referrals;

public readonly record struct ReferralId(Guid Value) : ITypedId<ReferralId>
{
    public static ReferralId New(DateTimeOffset now) => new(Uuid.New(now));

    public static ReferralId From(Guid value) => new(value);
}

/// <summary>A lead that a partner sent (B3): it follows the lead and its project, and earns a commission once that is done.</summary>
public sealed class Referral : AggregateRoot, ISoftDeletable
{
    private static readonly Actor Nobody = new(null, "System");

    private readonly List<ReferralLedgerEntry> _ledger = [];

    private Referral()
    {
    }

    public ReferralId Id { get; private set; }

    public PartnerId PartnerId { get; private set; }

    public LeadId LeadId { get; private set; }

    public ReferralStatus Status { get; private set; }

    public string? Notes { get; private set; }

    /// <summary>The lead's first project: the one that counts.</summary>
    public Guid? ProjectId { get; private set; }

    public ReferredProjectState? ProjectState { get; private set; }

    /// <summary>What the project is worth: as told until the commission is fixed, then as it was at that moment.</summary>
    public decimal? ProjectValue { get; private set; }

    /// <summary>When Projects told of it last; older news changes nothing.</summary>
    public DateTimeOffset? ProjectAsOf { get; private set; }

    /// <summary>Percent in force when the commission was fixed.</summary>
    public decimal? CommissionRate { get; private set; }

    public decimal? CommissionMultiplier { get; private set; }

    /// <summary>The partner's tier when the commission was fixed.</summary>
    public PartnerTier? CommissionTier { get; private set; }

    public decimal? CommissionAmount { get; private set; }

    public DateTimeOffset? FixedAt { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public DateTimeOffset? PaidAt { get; private set; }

    public string? PaymentReference { get; private set; }

    public DateTimeOffset? CommissionCancelledAt { get; private set; }

    public Guid? CreatedBy { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Entries of this unit of work; the whole ledger is asked for by its own query.</summary>
    public IReadOnlyList<ReferralLedgerEntry> Ledger => _ledger;

    public CommissionStatus CommissionStatus => this switch
    {
        { PaidAt: not null } => CommissionStatus.Paid,
        { CommissionCancelledAt: not null } => CommissionStatus.Cancelled,
        { ApprovedAt: not null } => CommissionStatus.Approved,
        { FixedAt: not null } => CommissionStatus.Fixed,
        _ => CommissionStatus.None,
    };

    public static Result<Referral> Make(Partner partner, Lead lead, string? notes, Actor actor, DateTimeOffset now)
    {
        if (partner.Status != PartnerStatus.Active || partner.DeletedAt is not null) return PartnerErrors.NotActive(partner.CompanyName);
        var referral = new Referral { Id = ReferralId.New(now), PartnerId = partner.Id, LeadId = lead.Id, Notes = notes, CreatedBy = actor.Id, CreatedAt = now };
        referral.Follow(lead);
        referral.Raise(new ReferralMade(referral, partner, lead, now));
        return referral;
    }

    public void Note(string? notes) => Notes = notes;

    /// <summary>The lead moved, or went to the trash, or came back.</summary>
    /// <param name="lead">Null once it is gone for good.</param>
    public void Follow(Lead? lead)
    {
        // Money that is owed stays owed, whatever happens to the lead.
        if (FixedAt is not null) Status = PaidAt is not null ? ReferralStatus.Paid : CommissionCancelledAt is not null ? ReferralStatus.Cancelled : ReferralStatus.Completed;
        else if (lead is null or { DeletedAt: not null }) Status = ReferralStatus.Cancelled;
        else if (ProjectState == ReferredProjectState.Completed) Status = ReferralStatus.Completed;
        else Status = ProjectState == ReferredProjectState.Cancelled ? ReferralStatus.Cancelled : Of(lead.Status);
    }

    /// <summary>Projects told of a project of the lead. The first one counts; when it is done, the commission is fixed.</summary>
    public void HearOf(ReferredProject project, Partner partner, Lead? lead, DateTimeOffset now)
    {
        if (ProjectId is not null && ProjectId != project.Id) return;
        if (project.AsOf < ProjectAsOf) return;
        (ProjectId, ProjectAsOf) = (project.Id, project.AsOf);
        if (FixedAt is null) (ProjectState, ProjectValue) = (project.State, project.Value);
        Settle(partner, lead, now);
    }

    public Result Approve(Actor actor, DateTimeOffset now)
    {
        if (CommissionStatus is CommissionStatus.Approved or CommissionStatus.Paid) return Result.Success();
        if (CommissionStatus == CommissionStatus.Cancelled) return ReferralErrors.CommissionCancelled();
        if (FixedAt is null) return ReferralErrors.CommissionNotFixed();
        ApprovedAt = now;
        Enter(LedgerKind.Approved, null, actor, now);
        return Result.Success();
    }

    /// <param name="reference">Of the payment; asking again with the same one changes nothing.</param>
    public Result Pay(string reference, Actor actor, DateTimeOffset now)
    {
        if (PaidAt is not null) return reference == PaymentReference ? Result.Success() : ReferralErrors.CommissionPaid(PaymentReference!);
        if (CommissionCancelledAt is not null) return ReferralErrors.CommissionCancelled();
        if (ApprovedAt is null) return ReferralErrors.CommissionNotApproved();
        (PaidAt, PaymentReference, Status) = (now, reference, ReferralStatus.Paid);
        Enter(LedgerKind.Paid, reference, actor, now);
        return Result.Success();
    }

    /// <summary>It will not be paid, for example because the customer got the money back.</summary>
    public Result CancelCommission(string reason, Actor actor, DateTimeOffset now)
    {
        if (CommissionCancelledAt is not null) return Result.Success();
        if (FixedAt is null) return ReferralErrors.CommissionNotFixed();
        if (PaidAt is not null) return ReferralErrors.CommissionPaid(PaymentReference!);
        (CommissionCancelledAt, Status) = (now, ReferralStatus.Cancelled);
        Enter(LedgerKind.Cancelled, reason, actor, now);
        return Result.Success();
    }

    public Result MoveToTrash(DateTimeOffset now)
    {
        if (FixedAt is not null) return ReferralErrors.HasCommission();
        DeletedAt = now;
        return Result.Success();
    }

    /// <summary>What happened to lead and project in the meantime counts from now on.</summary>
    public void TakeOutOfTrash(Partner partner, Lead? lead, DateTimeOffset now)
    {
        DeletedAt = null;
        Settle(partner, lead, now);
    }

    private void Settle(Partner partner, Lead? lead, DateTimeOffset now)
    {
        if (FixedAt is null && DeletedAt is null && ProjectState == ReferredProjectState.Completed && ProjectValue is { } value)
        {
            (CommissionRate, CommissionMultiplier, CommissionTier, FixedAt) = (partner.BaseRate, partner.Multiplier, partner.Tier, now);
            CommissionAmount = CommissionPolicy.Commission(value, partner.BaseRate, partner.Multiplier);
            Enter(LedgerKind.Fixed, null, Nobody, now);
        }

        Follow(lead);
    }

    private void Enter(LedgerKind kind, string? reference, Actor actor, DateTimeOffset now) =>
        _ledger.Add(new ReferralLedgerEntry(Id, kind, CommissionAmount!.Value, reference, actor, now));

    private static ReferralStatus Of(LeadStatus status) => status switch
    {
        LeadStatus.New => ReferralStatus.Pending,
        LeadStatus.AppointmentScheduled or LeadStatus.InspectionCompleted => ReferralStatus.Scheduled,
        LeadStatus.QuoteSent or LeadStatus.Negotiation => ReferralStatus.Quoted,
        LeadStatus.Won => ReferralStatus.Won,
        LeadStatus.Lost => ReferralStatus.Lost,

        // Also one that is put aside: it was spoken with, and is not lost.
        _ => ReferralStatus.Contacted,
    };
}

/// <summary>What Projects told of a project.</summary>
/// <param name="Value">The contract's, or the budget while there is none.</param>
public sealed record ReferredProject(Guid Id, ReferredProjectState State, decimal? Value, DateTimeOffset AsOf);

/// <summary>A partner sent a lead.</summary>
public sealed record ReferralMade(Referral Referral, Partner Partner, Lead Lead, DateTimeOffset OccurredAt) : IDomainEvent;
