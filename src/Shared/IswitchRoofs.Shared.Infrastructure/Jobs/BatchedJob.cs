using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Shared.Infrastructure.Jobs;

/// <summary>Jobs that do what is due a batch at a time, each batch one unit of work.</summary>
public static class BatchedJob
{
    private const int MostCollisions = 3;

    /// <summary>Goes on until a batch is not full. One that collides with somebody else's change is read anew; nothing of it was saved.</summary>
    /// <param name="size">How many a full batch handles.</param>
    /// <param name="batch">Handles a batch: how many were due, and of how many something came.</param>
    /// <returns>Of how many something came, in all.</returns>
    public static async Task<int> RunInBatchesAsync<THandler>(
        this IServiceScopeFactory scopes, int size, Func<THandler, Task<(int Handled, int Done)>> batch) where THandler : class, IUseCase
    {
        var all = 0;
        for (var collisions = 0; collisions < MostCollisions;)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                var (handled, done) = await batch(scope.ServiceProvider.GetRequiredService<THandler>());
                all += done;
                if (handled < size) break;
            }
            catch (Exception e) when (e is ConcurrentChangeException or ConstraintViolatedException)
            {
                collisions++;
            }
        }

        return all;
    }
}
