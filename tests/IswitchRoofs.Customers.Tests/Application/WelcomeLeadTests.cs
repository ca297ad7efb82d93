using System.Text.Json;
using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.IntegrationEvents.Leads;

namespace IswitchRoofs.Customers.Tests.Application;

public sealed class WelcomeLeadTests : CustomersOnPostgres
{
    [Fact]
    public async Task A_lead_with_a_new_address_becomes_a_new_customer_who_remembers_it()
    {
        var asked = Asked("sam@example.com");

        await Module.PublishAsync(asked);
        await Module.PublishAsync(asked);

        var found = (await ToldAsync<LeadCustomerFound>("customers.lead-customer-found.v1")).ShouldHaveSingleItem();
        (found.ConversionId, found.LeadId).ShouldBe((asked.ConversionId, asked.LeadId));
        (await GetAsync(found.CustomerId)).Value.ShouldSatisfyAllConditions(
            c => c.Name.ShouldBe("Sam Roof"), c => c.Email.ShouldBe("sam@example.com"), c => c.ConvertedFromLeadId.ShouldBe(asked.LeadId),
            c => c.OriginalSource.ShouldBe("referral"), c => c.CreatedBy.ShouldBe(asked.RequestedBy));
    }

    [Fact]
    public async Task A_lead_whose_address_a_customer_has_becomes_that_customer()
    {
        var ann = await HavingAsync(Ann());

        await Module.PublishAsync(Asked(ann.Email));

        (await ToldAsync<LeadCustomerFound>("customers.lead-customer-found.v1")).ShouldHaveSingleItem().CustomerId.ShouldBe(ann.Id);
    }

    [Fact]
    public async Task A_chosen_customer_who_is_gone_is_refused_with_a_reason()
    {
        var ann = await HavingAsync(Ann());
        await DeleteAsync(ann.Id);

        await Module.PublishAsync(Asked("new@example.com", ann.Id));

        (await ToldAsync<LeadCustomerRefused>("customers.lead-customer-refused.v1")).ShouldHaveSingleItem().Reason.ShouldContain("Restore it");
        (await ToldAsync<LeadCustomerFound>("customers.lead-customer-found.v1")).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<T>> ToldAsync<T>(string type) =>
        [.. (await Module.OutboxAsync()).Where(m => m.Type == type).Select(m => m.Payload.Deserialize<T>()!)];

    private LeadConversionRequested Asked(string email, Guid? customerId = null) => new(
        Guid.CreateVersion7(), Module.Clock.GetUtcNow(), Guid.CreateVersion7(), Guid.CreateVersion7(), customerId, "Sam Roof", email, null, null, null, null, null,
        null, null, null, 0, "referral", null, Guid.CreateVersion7());
}
