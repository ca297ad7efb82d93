namespace IswitchRoofs.Customers.Domain.Customers;

/// <summary>What the customer is worth to us (C2).</summary>
public enum CustomerSegment
{
    Premium,
    ReferralSource,
    Repeat,
    Standard,
}
