using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>Figures of a period (I4), of everything that the caller may see or of one customer, lead or person.</summary>
public sealed record GetInteractionStats(string? From = null, string? To = null, Guid? CustomerId = null, Guid? LeadId = null, string? UserId = null);

/// <param name="ByType">Only types that occurred.</param>
/// <param name="PreferredChannel">The most frequent channel (the type where no channel was given) that is not internal.</param>
/// <param name="MeanReplyMinutes">From an inbound interaction to the next outbound one with the same customer or lead; null when none was answered.</param>
public sealed record InteractionStats(
    int Total, IReadOnlyDictionary<string, int> ByType, int Inbound, int Outbound, int Internal,
    int TotalMinutes, string? PreferredChannel, decimal? MeanReplyMinutes);

/// <summary>Adds up in the database.</summary>
public interface IInteractionFigures
{
    /// <param name="of">Whose.</param>
    /// <param name="ct">Gone when the caller gives up.</param>
    Task<InteractionStats> CountAsync(FiguresOf of, CancellationToken ct);
}

/// <param name="Customers">Null: everybody's.</param>
public sealed record FiguresOf(DateTimeOffset? From, DateTimeOffset? Until, Guid? CustomerId, Guid? LeadId, Guid? UserId, IReadOnlyList<Guid>? Customers);

public sealed class GetInteractionStatsHandler(
    IInteractionFigures figures, IReadRepository<Customer> customers, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    public async Task<Result<InteractionStats>> HandleAsync(GetInteractionStats query, CancellationToken ct)
    {
        var scope = await user.InteractionsOfAsync(customers, ct);
        if (scope.IsFailure) return scope.Error;
        var check = new Validation();
        var of = new FiguresOf(
            DateFilter.From("from", query.From, clock, check), DateFilter.Through("to", query.To, clock, check),
            query.CustomerId, query.LeadId, PersonFilter.Of("user_id", query.UserId, user, check), scope.Value.Customers?.Select(c => c!.Value.Value).ToArray());
        if (check.Failed) return check.ToError();
        return await figures.CountAsync(of, ct);
    }
}
