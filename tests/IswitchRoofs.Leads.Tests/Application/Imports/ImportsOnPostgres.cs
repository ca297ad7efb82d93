using System.Text;
using IswitchRoofs.Leads.Application.Imports;
using IswitchRoofs.Leads.Infrastructure.Imports;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Tests.Application.Imports;

/// <summary>Imports step by step: the background moves only when a test says so.</summary>
public abstract class ImportsOnPostgres : LeadsOnPostgres
{
    protected Task<Result<Versioned<ImportDetails>>> UploadAsync(byte[] file, string name = "leads.csv") =>
        Module.DoAsync<ReceiveImportHandler, Result<Versioned<ImportDetails>>>(h => h.HandleAsync(new ReceiveImport(name, new MemoryStream(file)), default));

    protected async Task<ImportDetails> HavingUploadedAsync(string csv) => (await UploadAsync(Encoding.UTF8.GetBytes(csv))).Value.Value;

    protected async Task<ImportDetails> HavingCheckedAsync(string csv) => await CheckAsync((await HavingUploadedAsync(csv)).Id);

    protected async Task<ImportDetails> HavingRunAsync(string csv) => await RunAsync((await HavingCheckedAsync(csv)).Id);

    protected Task<Result<Versioned<ImportDetails>>> MapAsync(Guid id, MapImport mapping, uint? ifVersion = null) =>
        Module.DoAsync<MapImportHandler, Result<Versioned<ImportDetails>>>(h => h.HandleAsync(id, mapping, ifVersion, default));

    protected async Task<ImportDetails> CheckAsync(Guid id)
    {
        (await Module.DoAsync<ValidateImportHandler, Result<Versioned<ImportDetails>>>(h => h.HandleAsync(new ValidateImport(id, null), default))).Error.ShouldBeNull();
        await BackgroundAsync();
        return await ImportAsync(id);
    }

    protected async Task<ImportDetails> RunAsync(Guid id)
    {
        (await AskToRunAsync(id)).Error.ShouldBeNull();
        await BackgroundAsync();
        return await ImportAsync(id);
    }

    protected Task<Result<Versioned<ImportDetails>>> AskToRunAsync(Guid id) =>
        Module.DoAsync<RunImportHandler, Result<Versioned<ImportDetails>>>(h => h.HandleAsync(new RunImport(id, null), default));

    protected Task<Result<Versioned<ImportDetails>>> CancelAsync(Guid id) =>
        Module.DoAsync<CancelImportHandler, Result<Versioned<ImportDetails>>>(h => h.HandleAsync(new CancelImport(id, null), default));

    protected Task<Result<Versioned<ImportDetails>>> AskToUndoAsync(Guid id) =>
        Module.DoAsync<UndoImportHandler, Result<Versioned<ImportDetails>>>(h => h.HandleAsync(new UndoImport(id, null), default));

    protected async Task<ImportDetails> UndoAsync(Guid id)
    {
        (await AskToUndoAsync(id)).Error.ShouldBeNull();
        await BackgroundAsync();
        return await ImportAsync(id);
    }

    protected async Task<ImportDetails> ImportAsync(Guid id) =>
        (await Module.DoAsync<GetImportHandler, Result<Versioned<ImportDetails>>>(h => h.HandleAsync(new GetImport(id), default))).Value.Value;

    protected async Task<IReadOnlyList<ImportRow>> RowsAsync(Guid id, string? state = null) =>
        (await Module.DoAsync<GetImportRowsHandler, Result<PageOf<ImportRow>>>(h => h.HandleAsync(new GetImportRows(id, state, new PageRequest(PerPage: 100)), default))).Value.Items;

    protected Task<Result<ImportRow>> ChangeRowAsync(Guid id, int rowNo, ChangeImportRow change) =>
        Module.DoAsync<ChangeImportRowHandler, Result<ImportRow>>(h => h.HandleAsync(id, change with { RowNo = rowNo }, default));

    protected async Task BackgroundAsync()
    {
        while (await StepAsync())
        {
        }
    }

    protected Task<bool> StepAsync() => Module.DoAsync<ImportRunner, bool>(r => r.StepAsync(default));
}
