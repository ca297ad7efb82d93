using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Reactions;

/// <summary>
/// Keeps a customer's interaction_count and last_interaction_at (I1) from this module's own events: two people who log
/// at once must not refuse each other for the sake of a figure. It counts anew each time, so it cannot drift.
/// </summary>
public sealed class CountInteractions(IRepository<Customer> customers, IReadRepository<Interaction> interactions, ICompanyClock clock) : IReaction
{
    public Task<Result> HandleAsync(InteractionLogged e, CancellationToken ct) => RecountAsync(e.CustomerId, ct);

    public Task<Result> HandleAsync(InteractionUpdated e, CancellationToken ct) => RecountAsync(e.CustomerId, ct);

    public Task<Result> HandleAsync(InteractionDeleted e, CancellationToken ct) => RecountAsync(e.CustomerId, ct);

    public Task<Result> HandleAsync(InteractionRestored e, CancellationToken ct) => RecountAsync(e.CustomerId, ct);

    private async Task<Result> RecountAsync(Guid? customerId, CancellationToken ct)
    {
        if (customerId is not { } guid) return Result.Success();
        var id = CustomerId.From(guid);
        var customer = await customers.FirstOrDefaultAsync(new CustomerEvenDeleted(id), ct);
        if (customer is null) return Result.Success();
        var last = await interactions.FirstOrDefaultAsync(new LastInteractionOf(id), ct);
        var count = await interactions.CountAsync(new InteractionsOf(id), ct);
        customer.CountInteractions(count, last, clock.Today, last is { } at ? clock.DayOf(at) : null, clock.Now);
        return Result.Success();
    }
}
