using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Imports;

/// <summary>Asks for the dry run; the background does it.</summary>
public sealed record ValidateImport(Guid Id, uint? IfVersion);

public sealed class ValidateImportHandler(ImportLookup imports, ICurrentUser user) : IUseCase
{
    public async Task<Result<Versioned<ImportDetails>>> HandleAsync(ValidateImport request, CancellationToken ct)
    {
        var found = await imports.FindAsync(request.Id, request.IfVersion, ct);
        if (found.IsFailure) return found.Error;
        var asked = found.Value.Import.AskForCheck(user.ToActor());
        if (asked.IsSuccess) found.Value.Progress.Begin(found.Value.Import.TotalRows);
        return await imports.SaveAsync(found.Value, asked, ct);
    }
}

/// <summary>Lets the background bring the rows into the pipeline.</summary>
public sealed record RunImport(Guid Id, uint? IfVersion);

public sealed class RunImportHandler(ImportLookup imports, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Versioned<ImportDetails>>> HandleAsync(RunImport request, CancellationToken ct)
    {
        var found = await imports.FindAsync(request.Id, request.IfVersion, ct);
        if (found.IsFailure) return found.Error;
        var (import, progress) = (found.Value.Import, found.Value.Progress);
        var started = import.Run(user.ToActor(), clock.GetUtcNow());
        if (started.IsSuccess) progress.Begin(progress.New + progress.Update);
        return await imports.SaveAsync(found.Value, started, ct);
    }
}

/// <summary>Stops an import; what came in stays.</summary>
public sealed record CancelImport(Guid Id, uint? IfVersion);

public sealed class CancelImportHandler(ImportLookup imports, TimeProvider clock) : IUseCase
{
    public async Task<Result<Versioned<ImportDetails>>> HandleAsync(CancelImport request, CancellationToken ct)
    {
        var found = await imports.FindAsync(request.Id, request.IfVersion, ct);
        return found.IsFailure ? found.Error : await imports.SaveAsync(found.Value, found.Value.Import.Cancel(clock.GetUtcNow()), ct);
    }
}

/// <summary>Takes an import back, but for the leads that somebody changed since.</summary>
public sealed record UndoImport(Guid Id, uint? IfVersion);

public sealed class UndoImportHandler(ImportLookup imports, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Versioned<ImportDetails>>> HandleAsync(UndoImport request, CancellationToken ct)
    {
        var found = await imports.FindAsync(request.Id, request.IfVersion, ct);
        if (found.IsFailure) return found.Error;
        var (import, progress) = (found.Value.Import, found.Value.Progress);
        var undone = import.Undo(progress, user.ToActor(), clock.GetUtcNow());
        if (undone.IsSuccess) progress.Begin(progress.Created + progress.Updated);
        return await imports.SaveAsync(found.Value, undone, ct);
    }
}
