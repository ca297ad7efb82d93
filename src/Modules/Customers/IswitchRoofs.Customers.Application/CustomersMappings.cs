using System.Linq.Expressions;
using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application;

/// <summary>One expression for the database and for an aggregate in hand, so that both answer alike.</summary>
internal static class CustomersMappings
{
    internal static readonly Expression<Func<Customer, CustomerDetails>> ToDetails = c => new CustomerDetails
    {
        Id = c.Id.Value,
        Name = c.Name,
        Email = c.Email,
        Phone = c.Phone,
        Address = c.Address,
        City = c.City,
        State = c.State,
        ZipCode = c.ZipCode,
        CustomerType = WireName.Of(c.CustomerType),
        Segment = WireName.Of(c.Segment),
        Status = WireName.Of(c.Status),
        LifetimeValue = c.LifetimeValue,
        ProjectCount = c.ProjectCount,
        PropertyValue = c.PropertyValue,
        PropertyType = c.PropertyType,
        RoofAge = c.RoofAge,
        RoofType = c.RoofType,
        RoofSizeSqft = c.RoofSizeSqft,
        Tags = c.Tags,
        Notes = c.Notes,
        PreferredContactMethod = c.PreferredContactMethod == null ? null : WireName.Of(c.PreferredContactMethod.Value),
        EmailOptIn = c.EmailOptIn,
        SmsOptIn = c.SmsOptIn,
        AssignedTo = c.AssignedTo,
        NpsScore = c.NpsScore,
        ReferralCount = c.ReferralCount,
        OriginalSource = c.OriginalSource,
        ConvertedFromLeadId = c.ConvertedFromLeadId,
        LastInteractionAt = c.LastInteractionAt,
        InteractionCount = c.InteractionCount,
        NextFollowUpOn = c.NextFollowUpOn,
        CreatedAt = c.CreatedAt,
        UpdatedAt = c.UpdatedAt,
        CreatedBy = c.CreatedBy,
        Version = c.Version,
    };

    internal static readonly Expression<Func<Customer, CustomerRow>> ToRow = c => new CustomerRow
    {
        Id = c.Id.Value,
        Name = c.Name,
        Email = c.Email,
        Phone = c.Phone,
        Address = c.Address,
        City = c.City,
        State = c.State,
        ZipCode = c.ZipCode,
        CustomerType = WireName.Of(c.CustomerType),
        Segment = WireName.Of(c.Segment),
        Status = WireName.Of(c.Status),
        LifetimeValue = c.LifetimeValue,
        ProjectCount = c.ProjectCount,
        Tags = c.Tags,
        AssignedTo = c.AssignedTo,
        LastInteractionAt = c.LastInteractionAt,
        NextFollowUpOn = c.NextFollowUpOn,
        CreatedAt = c.CreatedAt,
        UpdatedAt = c.UpdatedAt,
    };

    private static readonly Func<Customer, CustomerDetails> Details = ToDetails.Compile();

    internal static CustomerDetails DetailsOf(Customer customer) => Details(customer);
}
