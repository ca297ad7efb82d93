using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>What is to be followed up (I2).</summary>
/// <param name="Days">How far ahead to look, 7 by default.</param>
/// <param name="UserId">Whose: <c>me</c> (default), somebody's id, or <c>all</c>.</param>
public sealed record GetFollowUps(int? Days = null, string? UserId = null);

/// <param name="Days">How far ahead was looked.</param>
/// <param name="Complete">False when there are more than are listed.</param>
public sealed record FollowUps(
    int Days, bool Complete, IReadOnlyList<InteractionDetails> Overdue, IReadOnlyList<InteractionDetails> Today, IReadOnlyList<InteractionDetails> Upcoming);

public sealed class GetFollowUpsHandler(
    IReadRepository<Interaction> interactions, IReadRepository<Customer> customers, InteractionAnswers answers, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    private const int Most = 200;
    private const int FarthestDays = 365;

    public async Task<Result<FollowUps>> HandleAsync(GetFollowUps query, CancellationToken ct)
    {
        var scope = await user.InteractionsOfAsync(customers, ct);
        if (scope.IsFailure) return scope.Error;
        var check = new Validation();
        var days = check.Range("days", query.Days ?? 7, 0, FarthestDays) ?? 7;
        var person = query.UserId == "all" ? null : PersonFilter.Of("user_id", query.UserId ?? "me", user, check);
        if (check.Failed) return check.ToError();

        var today = clock.Today;
        var open = await interactions.ListAsync(new OpenFollowUps(person, today.AddDays(days), scope.Value, Most + 1), ct);
        var named = await answers.NamedAsync([.. open.Take(Most)], ct);
        return new FollowUps(
            days, open.Count <= Most,
            [.. named.Where(i => i.FollowUpOn < today)], [.. named.Where(i => i.FollowUpOn == today)], [.. named.Where(i => i.FollowUpOn > today)]);
    }
}
