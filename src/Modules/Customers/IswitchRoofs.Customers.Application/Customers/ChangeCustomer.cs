using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Customers;

/// <summary>A merge patch: absent fields stay, null clears.</summary>
public sealed record ChangeCustomer(Guid Id, CustomerPatch Fields, uint? IfVersion = null);

public sealed record CustomerPatch
{
    public Optional<string?> Name { get; init; }
    public Optional<string?> Email { get; init; }
    public Optional<string?> Phone { get; init; }
    public Optional<string?> Address { get; init; }
    public Optional<string?> City { get; init; }
    public Optional<string?> State { get; init; }
    public Optional<string?> ZipCode { get; init; }
    public Optional<string?> CustomerType { get; init; }
    public Optional<decimal?> PropertyValue { get; init; }
    public Optional<string?> PropertyType { get; init; }
    public Optional<int?> RoofAge { get; init; }
    public Optional<string?> RoofType { get; init; }
    public Optional<int?> RoofSizeSqft { get; init; }
    public Optional<IReadOnlyList<string?>?> Tags { get; init; }
    public Optional<string?> Notes { get; init; }
    public Optional<string?> PreferredContactMethod { get; init; }
    public Optional<bool?> EmailOptIn { get; init; }
    public Optional<bool?> SmsOptIn { get; init; }
    public Optional<Guid?> AssignedTo { get; init; }
    public Optional<int?> NpsScore { get; init; }
    public Optional<int?> ReferralCount { get; init; }
    public Optional<string?> OriginalSource { get; init; }
    public Optional<DateOnly?> NextFollowUpOn { get; init; }

    internal CustomerFields Over(CustomerFields current) => new()
    {
        Name = Name.Or(current.Name),
        Email = Email.Or(current.Email),
        Phone = Phone.Or(current.Phone),
        Address = Address.Or(current.Address),
        City = City.Or(current.City),
        State = State.Or(current.State),
        ZipCode = ZipCode.Or(current.ZipCode),
        CustomerType = CustomerType.Or(current.CustomerType),
        PropertyValue = PropertyValue.Or(current.PropertyValue),
        PropertyType = PropertyType.Or(current.PropertyType),
        RoofAge = RoofAge.Or(current.RoofAge),
        RoofType = RoofType.Or(current.RoofType),
        RoofSizeSqft = RoofSizeSqft.Or(current.RoofSizeSqft),
        Tags = Tags.Or(current.Tags),
        Notes = Notes.Or(current.Notes),
        PreferredContactMethod = PreferredContactMethod.Or(current.PreferredContactMethod),
        EmailOptIn = EmailOptIn.Or(current.EmailOptIn),
        SmsOptIn = SmsOptIn.Or(current.SmsOptIn),
        AssignedTo = AssignedTo.Or(current.AssignedTo),
        NpsScore = NpsScore.Or(current.NpsScore),
        ReferralCount = ReferralCount.Or(current.ReferralCount),
        OriginalSource = OriginalSource.Or(current.OriginalSource),
        NextFollowUpOn = NextFollowUpOn.Or(current.NextFollowUpOn),
    };
}

public sealed class ChangeCustomerHandler(IRepository<Customer> customers, IPhoneNumbers phones, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    public Task<Result<CustomerDetails>> HandleAsync(ChangeCustomer command, CancellationToken ct) =>
        Correction.ApplyAsync(customers, command.Id, command.IfVersion, command.Fields.Over, phones, user, clock, ct);
}
