namespace IswitchRoofs.Leads.Domain.Referrals;

/// <summary>Where a referral stands, as its lead, its project and its commission make it.</summary>
public enum ReferralStatus
{
    Pending,
    Contacted,
    Scheduled,
    Quoted,
    Won,
    Completed,
    Paid,
    Lost,
    Cancelled,
}

/// <summary>What became of the project that counts for a referral.</summary>
public enum ReferredProjectState
{
    Running,
    Completed,
    Cancelled,
}

public enum LedgerKind
{
    /// <summary>The project is done: this much is owed once it is approved.</summary>
    Fixed,
    Approved,
    Paid,

    /// <summary>It will not be paid.</summary>
    Cancelled,
}

/// <summary>How far the money is.</summary>
public enum CommissionStatus
{
    /// <summary>The project is not done, or there is none.</summary>
    None,

    /// <summary>Owed, and waiting for approval.</summary>
    Fixed,
    Approved,
    Paid,
    Cancelled,
}
