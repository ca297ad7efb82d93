namespace IswitchRoofs.Customers.Domain.Customers;

/// <summary>Something worth doing about a customer (C6).</summary>
public enum Insight
{
    AtRisk,
    ReferralCandidate,
    MaintenanceDue,
    Upsell,
}

public static class Insights
{
    public static IReadOnlyList<Insight> Of(
        CustomerStatus status, decimal lifetimeValue, int referralCount, int projectCount, int? roofAge, int interactionsInThirtyDays)
    {
        var found = new List<Insight>();
        if (status is CustomerStatus.Inactive or CustomerStatus.Churned) found.Add(Insight.AtRisk);
        if (lifetimeValue > 30_000m && referralCount == 0) found.Add(Insight.ReferralCandidate);
        if (projectCount == 1 && roofAge > 15) found.Add(Insight.MaintenanceDue);
        if (interactionsInThirtyDays > 5) found.Add(Insight.Upsell);
        return found;
    }
}
