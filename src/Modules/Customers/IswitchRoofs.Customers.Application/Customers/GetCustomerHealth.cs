using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Customers;

/// <summary>Health with its parts, and what is worth doing (C4, C5, C6).</summary>
public sealed record GetCustomerHealth(Guid Id);

/// <param name="SuggestedFollowUpOn">Null while nobody has spoken to the customer: the days count from the last interaction.</param>
public sealed record CustomerHealth(
    Guid CustomerId,
    int HealthScore,
    IReadOnlyList<CustomerHealthPart> Parts,
    IReadOnlyList<CustomerInsight> Insights,
    string Segment,
    string Status,
    int FollowUpDays,
    DateOnly? SuggestedFollowUpOn);

public sealed record CustomerHealthPart(string Name, int Points, int MaxPoints);

public sealed record CustomerInsight(string Code, string Text);

public sealed class GetCustomerHealthHandler(
    IReadRepository<Customer> customers, IReadRepository<Interaction> interactions, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    public async Task<Result<CustomerHealth>> HandleAsync(GetCustomerHealth query, CancellationToken ct)
    {
        var scope = user.ScopeOf();
        if (scope.IsFailure) return scope.Error;
        var id = CustomerId.From(query.Id);
        var customer = await customers.FirstOrDefaultAsync(new CustomerToJudge(id, scope.Value), ct);
        if (customer is null) return CustomerErrors.NotFound(id);

        var today = clock.Today;
        var lastInteraction = clock.LastInteractionOf(customer);
        var status = Standing.Status(customer.LifetimeValue, customer.LastProjectOn, lastInteraction, today);
        var health = Health.Of(customer.LifetimeValue, customer.ProjectCount, customer.NpsScore, customer.ReferralCount, lastInteraction, today);
        var contacts = await interactions.CountAsync(new InteractionsOf(id, clock.Now - Lately), ct);
        var insights = Insights.Of(status, customer.LifetimeValue, customer.ReferralCount, customer.ProjectCount, customer.RoofAge, contacts);
        var followUp = Standing.FollowUpDays(status, customer.LastProjectOn, today);
        return new CustomerHealth(
            query.Id, health.Score,
            [.. health.Parts.Select(p => new CustomerHealthPart(p.Name, p.Points, p.Max))],
            [.. insights.Select(i => new CustomerInsight(WireName.Of(i), Sentence(i)))],
            WireName.Of(customer.Segment), WireName.Of(status), followUp, lastInteraction?.AddDays(followUp));
    }

    private static string Sentence(Insight insight) => insight switch
    {
        Insight.AtRisk => "We have not heard from each other for long: call before somebody else does.",
        Insight.ReferralCandidate => "A valuable customer who has not referred anybody yet: ask for a referral.",
        Insight.MaintenanceDue => "The roof is over 15 years old and we have worked on it once: offer an inspection.",
        _ => "Much contact lately: a good moment for a further offer.",
    };
}
