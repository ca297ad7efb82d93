using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>
/// Filters as they stand in the query string; <c>user_id</c> is an id or <c>me</c>, <c>follow_up</c> is due (open, today or
/// before), overdue (open, before today) or none (nothing open).
/// </summary>
public sealed record SearchInteractions(PageRequest Page)
{
    public Guid? CustomerId { get; init; }
    public Guid? LeadId { get; init; }
    public Guid? ProjectId { get; init; }
    public string? InteractionType { get; init; }
    public string? Direction { get; init; }
    public string? Outcome { get; init; }
    public string? UserId { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? FollowUp { get; init; }
}

public sealed class SearchInteractionsHandler(
    IReadRepository<Interaction> interactions, IReadRepository<Customer> customers, InteractionAnswers answers, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    private static readonly SortMap<Interaction, InteractionDetails> Sorts = SortMap<Interaction, InteractionDetails>
        .Create("-created_at", i => i.Id, r => r.Id)
        .By("created_at", i => i.CreatedAt, r => r.CreatedAt)
        .By("occurred_at", i => i.OccurredAt, r => r.OccurredAt);

    public async Task<Result<PageOf<InteractionDetails>>> HandleAsync(SearchInteractions query, CancellationToken ct)
    {
        var scope = await user.InteractionsOfAsync(customers, ct);
        if (scope.IsFailure) return scope.Error;
        var check = new Validation();
        var filter = Read(query, check);
        var plan = Sorts.Plan(query.Page, check);
        if (check.Failed || plan is null) return check.ToError();

        var list = new InteractionList(filter, scope.Value, plan);
        var page = plan.ToPage(await interactions.ListAsync(list, ct), plan.ByCursor ? null : await interactions.CountAsync(list, ct));
        return page with { Items = await answers.NamedAsync(page.Items, ct) };
    }

    private InteractionFilter Read(SearchInteractions query, Validation check) => new()
    {
        Today = clock.Today,
        CustomerId = query.CustomerId is { } customer ? CustomerId.From(customer) : null,
        LeadId = query.LeadId,
        ProjectId = query.ProjectId,
        Types = check.Enums<InteractionType>("interaction_type", query.InteractionType),
        Directions = check.Enums<InteractionDirection>("direction", query.Direction),
        Outcomes = check.Enums<InteractionOutcome>("outcome", query.Outcome),
        UserId = PersonFilter.Of("user_id", query.UserId, user, check),
        From = DateFilter.From("from", query.From, clock, check),
        Until = DateFilter.Through("to", query.To, clock, check),
        FollowUp = check.Enum<FollowUpFilter>("follow_up", query.FollowUp),
    };
}
