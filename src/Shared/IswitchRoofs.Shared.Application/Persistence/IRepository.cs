using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Shared.Application.Persistence;

/// <summary>Loads and saves one kind of aggregate.</summary>
public interface IRepository<T> : IReadRepository<T> where T : class
{
    /// <summary>Loads for change; null when unknown or in the trash.</summary>
    Task<T?> FindAsync<TId>(TId id, CancellationToken ct) where TId : struct, ITypedId<TId>;

    void Add(T entity);

    /// <summary>Removes the row for good; aggregates with a trash have their own method instead.</summary>
    void Remove(T entity);

    /// <summary>
    /// Saves everything changed in this module's store since the last save, with its audit entries and outbox rows,
    /// in one transaction.
    /// </summary>
    /// <exception cref="ConstraintViolatedException">A unique, exclusion or check constraint refused it.</exception>
    /// <exception cref="ConcurrentChangeException">Somebody else saved the same row first.</exception>
    Task SaveChangesAsync(CancellationToken ct);
}
