using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Domain.Partners;

public readonly record struct PartnerId(Guid Value) : ITypedId<PartnerId>
{
    public static PartnerId New(DateTimeOffset now) => new(Uuid.New(now));

    public static PartnerId From(Guid value) => new(value);
}

/// <summary>Somebody whose customers need roofs, and who sends them to us for a commission.</summary>
public sealed class Partner : AggregateRoot, ISoftDeletable
{
    private Partner()
    {
    }

    public PartnerId Id { get; private set; }

    public string CompanyName { get; private set; } = "";

    public string? ContactName { get; private set; }

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    public PartnerCategory Category { get; private set; }

    /// <summary>Lower case; stands in the public link.</summary>
    public string PartnerCode { get; private set; } = "";

    public PartnerStatus Status { get; private set; }

    /// <summary>In force now: what last month's referrals earned, or this month's if they earn more (B2).</summary>
    public PartnerTier Tier { get; private set; }

    /// <summary>Percent agreed instead of the category's; null for the usual.</summary>
    public decimal? CommissionRate { get; private set; }

    public DateOnly? AgreementStartsOn { get; private set; }

    public DateOnly? AgreementEndsOn { get; private set; }

    public string? Notes { get; private set; }

    public Guid? CreatedBy { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Lower-case text of everything that free search looks at; kept by the database.</summary>
    public string SearchText { get; private set; } = "";

    public decimal BaseRate => CommissionRate ?? CommissionPolicy.BaseRate(Category);

    public decimal Multiplier => CommissionPolicy.Multiplier(Category, Tier);

    public static Partner Enter(PartnerFacts facts, string code, Guid? by, DateTimeOffset now)
    {
        var partner = new Partner { Id = PartnerId.New(now), PartnerCode = code, CreatedBy = by, CreatedAt = now };
        partner.Take(facts);
        return partner;
    }

    public void Update(PartnerFacts facts) => Take(facts);

    /// <param name="hasReferrals">Then the code stands in links and leads that are out in the world.</param>
    public Result Recode(string code, bool hasReferrals)
    {
        if (code == PartnerCode) return Result.Success();
        if (hasReferrals) return PartnerErrors.CodeInUse(PartnerCode);
        PartnerCode = code;
        return Result.Success();
    }

    /// <summary>
    /// The better of two months: a tier that was earned in one month is enjoyed in the next, and a good month counts at
    /// once. By the running month alone everybody would fall back to bronze on the first of it.
    /// </summary>
    /// <returns>Whether it changed.</returns>
    public bool Rate(int referralsThisMonth, int referralsLastMonth)
    {
        var earned = CommissionPolicy.TierOf(Math.Max(referralsThisMonth, referralsLastMonth));
        if (earned == Tier) return false;
        Tier = earned;
        return true;
    }

    /// <param name="hasReferrals">Money may be owed for them.</param>
    public Result MoveToTrash(bool hasReferrals, DateTimeOffset now)
    {
        if (hasReferrals) return PartnerErrors.HasReferrals();
        DeletedAt = now;
        return Result.Success();
    }

    public void TakeOutOfTrash() => DeletedAt = null;

    private void Take(PartnerFacts facts)
    {
        (CompanyName, ContactName, Email, Phone) = (facts.CompanyName, facts.ContactName, facts.Email, facts.Phone);
        (Category, Status, CommissionRate) = (facts.Category, facts.Status, facts.CommissionRate);
        (AgreementStartsOn, AgreementEndsOn, Notes) = (facts.AgreementStartsOn, facts.AgreementEndsOn, facts.Notes);
    }
}
