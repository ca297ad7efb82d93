using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Specifications;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IswitchRoofs.Shared.Infrastructure.Persistence;

/// <summary>The one repository: a module's DbContext behind the specification vocabulary.</summary>
public sealed class EfRepository<T, TContext>(TContext db) : IRepository<T>
    where T : class
    where TContext : ModuleDbContext
{
    public async Task<T?> FindAsync<TId>(TId id, CancellationToken ct) where TId : struct, ITypedId<TId> =>
        await db.Set<T>().FirstOrDefaultAsync(e => EF.Property<TId>(e, "Id").Equals(id), ct);

    public Task<T?> FirstOrDefaultAsync(Specification<T> specification, CancellationToken ct) =>
        SpecificationEvaluator.Apply(Source(specification), specification).FirstOrDefaultAsync(ct);

    public Task<TResult?> FirstOrDefaultAsync<TResult>(Specification<T, TResult> specification, CancellationToken ct) =>
        Project(specification).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<T>> ListAsync(Specification<T> specification, CancellationToken ct) =>
        await SpecificationEvaluator.Apply(Source(specification), specification).ToListAsync(ct);

    public async Task<IReadOnlyList<TResult>> ListAsync<TResult>(Specification<T, TResult> specification, CancellationToken ct) =>
        await Project(specification).ToListAsync(ct);

    public Task<int> CountAsync(Specification<T> specification, CancellationToken ct) =>
        SpecificationEvaluator.Filter(Source(specification), specification).CountAsync(ct);

    public Task<bool> AnyAsync(Specification<T> specification, CancellationToken ct) =>
        SpecificationEvaluator.Filter(Source(specification), specification).AnyAsync(ct);

    public void Add(T entity) => db.Set<T>().Add(entity);

    public void Remove(T entity) => db.Set<T>().Remove(entity);

    public async Task SaveChangesAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw new ConcurrentChangeException(e);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: { } constraint } p
            && p.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            throw new ConstraintViolatedException(constraint, e);
        }
    }

    private IQueryable<TResult> Project<TResult>(Specification<T, TResult> specification) =>
        SpecificationEvaluator.Apply(Source(specification), specification)
            .Select(specification.Selector ?? throw new InvalidOperationException($"{specification.GetType().Name} selects nothing."));

    private IQueryable<T> Source(Specification<T> specification)
    {
        var source = specification.Tracking ? db.Set<T>() : db.Set<T>().AsNoTracking();
        if (specification.WithDeleted) source = source.IgnoreQueryFilters();
        return specification.Includes.Aggregate(source, (query, path) => query.Include(path));
    }
}
