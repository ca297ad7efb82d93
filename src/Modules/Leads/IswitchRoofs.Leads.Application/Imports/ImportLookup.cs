using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Imports;

/// <summary>An import with its progress: what every use case of imports begins and ends with.</summary>
public sealed class ImportLookup(IRepository<LeadImport> imports, IRepository<ImportProgress> progress, IReadRepository<LeadImportRow> rows)
{
    internal async Task<Result<Found>> FindAsync(Guid id, uint? ifVersion, CancellationToken ct)
    {
        var key = new LeadImportId(id);
        var import = await imports.FindAsync(key, ct);
        if (import is null || await progress.FindAsync(key, ct) is not { } steps) return ImportErrors.NotFound(id);
        var version = ImportAnswers.VersionOf(import, steps);
        return ifVersion is { } known && known != version ? Error.Stale(version) : new Found(import, steps);
    }

    /// <summary>Saves what a use case changed, unless it was refused, and answers the import as it is then.</summary>
    internal async Task<Result<Versioned<ImportDetails>>> SaveAsync(Found found, Result outcome, CancellationToken ct)
    {
        if (outcome.IsFailure) return outcome.Error;
        await imports.SaveChangesAsync(ct);
        return await AnswerAsync(found, ct);
    }

    internal async Task<Versioned<ImportDetails>> AnswerAsync(Found found, CancellationToken ct) =>
        ImportAnswers.Answer(found.Import, found.Progress, await rows.ListAsync(new FirstRows(found.Import.Id), ct));

    internal sealed record Found(LeadImport Import, ImportProgress Progress);

    private sealed class FirstRows : Specification<LeadImportRow>
    {
        public FirstRows(LeadImportId id) => Query.Where(r => r.ImportId == id).OrderBy(r => r.RowNo).Take(ImportAnswers.Samples);
    }
}
