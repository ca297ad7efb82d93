using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Customers.Domain.Conversions;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Customers.Application.Reactions;

/// <summary>
/// Finds or makes the customer that a lead becomes (L5): the one that was chosen, else whoever has the e-mail address, else a
/// new one. Two leads with one address at the same moment: the index lets one through, the other is handled again and finds it.
/// </summary>
public sealed class WelcomeLead(IRepository<Customer> customers, IRepository<LeadReply> replies, TimeProvider clock) : IReaction
{
    private const int LongestName = 200;

    public async Task<Result> HandleAsync(LeadConversionRequested e, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (e.CustomerId is { } chosen)
        {
            replies.Add(await customers.AnyAsync(new LivingCustomer(CustomerId.From(chosen)), ct)
                ? LeadReply.Found(e.ConversionId, e.LeadId, chosen, now)
                : LeadReply.Refused(e.ConversionId, e.LeadId, "The chosen customer is not there any more. Restore it from the trash or choose another.", now));
            return Result.Success();
        }

        if (e.Email is not { } email)
        {
            replies.Add(LeadReply.Refused(e.ConversionId, e.LeadId, "A customer needs an e-mail address.", now));
            return Result.Success();
        }

        if (await customers.FirstOrDefaultAsync(new CustomerWithEmail(email, except: null), ct) is { } known)
        {
            replies.Add(LeadReply.Found(e.ConversionId, e.LeadId, known.Id, now));
            return Result.Success();
        }

        var id = CustomerId.New(now);
        customers.Add(Customer.FromLead(id, e.LeadId, ProfileOf(e, email), e.RequestedBy, now));
        replies.Add(LeadReply.Found(e.ConversionId, e.LeadId, id.Value, now));
        return Result.Success();
    }

    private static CustomerProfile ProfileOf(LeadConversionRequested e, string email) => new()
    {
        Name = e.Name.Length > LongestName ? e.Name[..LongestName] : e.Name,
        Email = email,
        Phone = e.Phone,
        Address = e.Address,
        City = e.City,
        State = e.State,
        ZipCode = e.ZipCode,
        PropertyValue = e.PropertyValue,
        RoofAge = e.RoofAge,
        RoofType = e.RoofType,
        RoofSizeSqft = e.RoofSizeSqft > 0 ? e.RoofSizeSqft : null,
        AssignedTo = e.AssigneeId,
        OriginalSource = e.Source,
    };

    private sealed class LivingCustomer : Specification<Customer>
    {
        public LivingCustomer(CustomerId id) => Query.Where(c => c.Id == id);
    }
}
