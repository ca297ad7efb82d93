namespace IswitchRoofs.Customers.Domain.Customers;

/// <summary>How alive the relationship is (C3).</summary>
public enum CustomerStatus
{
    Vip,
    Churned,
    Inactive,
    Active,
}
