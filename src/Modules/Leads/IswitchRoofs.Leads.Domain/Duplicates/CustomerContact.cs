using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Duplicates;

public readonly record struct CustomerContactId(Guid Value) : ITypedId<CustomerContactId>
{
    public static CustomerContactId From(Guid value) => new(value);
}

/// <summary>This module's replica of a customer: enough to warn that a new lead is no stranger (L3).</summary>
public sealed class CustomerContact : Entity
{
    private CustomerContact()
    {
    }

    public CustomerContactId Id { get; private set; }

    public string Name { get; private set; } = "";

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    public string? AddressKey { get; private set; }

    public bool IsDeleted { get; private set; }

    public DateTimeOffset AsOf { get; private set; }

    public static CustomerContact Of(Guid customerId) => new() { Id = new CustomerContactId(customerId) };

    public void Update(string name, string? email, string? phone, string? address, string? zipCode, DateTimeOffset asOf)
    {
        if (asOf < AsOf) return;
        (Name, Email, Phone, AddressKey, AsOf) = (name, email, phone, Duplicates.AddressKey.Of(address, zipCode), asOf);
    }

    public void MarkDeleted(bool deleted, DateTimeOffset asOf)
    {
        if (asOf < AsOf) return;
        (IsDeleted, AsOf) = (deleted, asOf);
    }
}
