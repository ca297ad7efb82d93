namespace IswitchRoofs.Customers.Domain.Leads;

/// <summary>This module's replica of a lead: whose name stands in the list of interactions, and which customer it became.</summary>
public sealed class LeadRef
{
    private LeadRef()
    {
    }

    public Guid LeadId { get; private set; }
    public string Name { get; private set; } = "";
    public Guid? CustomerId { get; private set; }
    public DateTimeOffset AsOf { get; private set; }

    public static LeadRef Of(Guid leadId) => new() { LeadId = leadId };

    /// <returns>True when it was the news that the lead became a customer.</returns>
    public bool Learn(string name, Guid? customerId, DateTimeOffset asOf)
    {
        if (asOf < AsOf || (name == Name && customerId == CustomerId)) return false;
        var converted = CustomerId is null && customerId is not null;
        (Name, CustomerId, AsOf) = (name, customerId, asOf);
        return converted;
    }
}
