using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Shared.Application.Persistence;

/// <summary>Asks questions of one module's store; nothing it answers is tracked unless the specification says so.</summary>
public interface IReadRepository<T> where T : class
{
    Task<T?> FirstOrDefaultAsync(Specification<T> specification, CancellationToken ct);

    Task<TResult?> FirstOrDefaultAsync<TResult>(Specification<T, TResult> specification, CancellationToken ct);

    Task<IReadOnlyList<T>> ListAsync(Specification<T> specification, CancellationToken ct);

    Task<IReadOnlyList<TResult>> ListAsync<TResult>(Specification<T, TResult> specification, CancellationToken ct);

    /// <summary>Counts what the filter matches, without paging.</summary>
    Task<int> CountAsync(Specification<T> specification, CancellationToken ct);

    Task<bool> AnyAsync(Specification<T> specification, CancellationToken ct);
}
