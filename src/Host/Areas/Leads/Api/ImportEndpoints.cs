using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Host.Web.Errors;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Imports;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>REST door of imports: upload, map, dry run, correct, run, cancel, undo.</summary>
internal static class ImportEndpoints
{
    private const int Problems = 100;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static void MapLeadImportsApi(this IEndpointRouteBuilder app)
    {
        var imports = app.MapGroup("/api/leads/imports").WithTags("Leads").RequireAuthorization(LeadsPermissions.Import).RefuseUnknownQuery().WithIdempotency("leads");
        imports.MapGet("/", ListAll).WithName("ListLeadImports").WithSummary("Imports of leads, newest first").Produces<PageOf<ImportListRow>>();
        imports.MapPost("/", PostFile).WithName("UploadLeadImport").WithSummary("Upload a CSV or XLSX file of leads (20 MB, 100,000 rows); its columns are guessed")
            .Accepts<LeadImportFile>("multipart/form-data").WithMetadata(new RequestSizeLimitAttribute(ImportUpload.LargestBody)).Produces<ImportDetails>(StatusCodes.Status201Created);
        imports.MapGet("/{id:guid}", ReadOne).WithName("ReadLeadImport").WithSummary("Read an import: mapping, progress and counts").Produces<ImportDetails>();
        imports.MapPut("/{id:guid}/mapping", PutMapping).WithName("MapLeadImport").WithSummary("Say which column fills which field; asks for a new dry run").Produces<ImportDetails>();
        imports.MapGet("/{id:guid}/rows", ListRows).WithName("ListLeadImportRows").WithSummary("Rows of the file in its order, by state, with what is wrong with them").Produces<PageOf<ImportRow>>();
        imports.MapPatch("/{id:guid}/rows/{rowNo}", PatchRow).WithName("ChangeLeadImportRow").WithSummary("Correct a row after the dry run, or drop it")
            .Accepts<ChangeImportRow>("application/merge-patch+json", "application/json").Produces<ImportRow>();
        imports.MapGet("/{id:guid}/invalid.csv", ReadInvalid).WithName("ExportInvalidImportRows").WithSummary("The rows that cannot come in, with their reasons, as CSV")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
        imports.MapPost("/{id:guid}/run", PostRun).WithName("RunLeadImport").WithSummary("Bring the rows into the pipeline; goes on in the background").Produces<ImportDetails>(StatusCodes.Status202Accepted);
        imports.MapPost("/{id:guid}/cancel", PostCancel).WithName("CancelLeadImport").WithSummary("Stop an import; what came in stays").Produces<ImportDetails>();
        imports.MapPost("/{id:guid}/undo", PostUndo).WithName("UndoLeadImport").WithSummary("Take an import back, but for leads that were changed since; goes on in the background")
            .Produces<ImportDetails>(StatusCodes.Status202Accepted);

        // Outside the group: it waits for the background, which sees nothing before the commit, and repeats itself by nature.
        app.MapPost("/api/leads/imports/{id:guid}/validate", PostValidation).WithName("ValidateLeadImport").WithTags("Leads")
            .WithSummary("Dry run: counts and the first 100 problems; 202 with the import when it takes longer than five seconds")
            .RequireAuthorization(LeadsPermissions.Import).RefuseUnknownQuery().Produces<ImportChecked>().Produces<ImportDetails>(StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> ListAll(
        HttpContext http, [FromQuery(Name = "status")] string? status, [AsParameters] PageQuery page, ListImportsHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(new ListImports(status, page.ToRequest()), ct));

    private static async Task<IResult> PostFile(HttpContext http, ReceiveImportHandler handler, CancellationToken ct)
    {
        var file = await ImportUpload.ReadAsync(http.Request, ct);
        if (file.IsFailure) return file.Error.ToProblem();
        await using var content = file.Value.Content;
        return ApiAnswers.Created(http, await handler.HandleAsync(new ReceiveImport(file.Value.Name, content), ct), import => $"/api/leads/imports/{import.Id}");
    }

    private static async Task<IResult> ReadOne(HttpContext http, Guid id, GetImportHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(new GetImport(id), ct));

    private static async Task<IResult> PutMapping(HttpContext http, Guid id, MapImport command, IfMatch ifMatch, MapImportHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(id, command, ifMatch.Version, ct));

    private static async Task<IResult> ListRows(
        HttpContext http, Guid id, [FromQuery(Name = "state")] string? state, [AsParameters] PageQuery page, GetImportRowsHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(new GetImportRows(id, state, page.ToRequest()), ct));

    private static async Task<IResult> PatchRow(Guid id, int rowNo, ChangeImportRow command, ChangeImportRowHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(id, command with { RowNo = rowNo }, ct));

    private static async Task<IResult> ReadInvalid(HttpContext http, Guid id, ExportImportRowsHandler handler, CancellationToken ct)
    {
        var export = await handler.HandleAsync(new ExportImportRows(id), ct);
        if (export.IsFailure) return export.Error.ToProblem();
        await ImportCsv.WriteAsync(http.Response, export.Value, ct);
        return TypedResults.Empty;
    }

    private static async Task<IResult> PostValidation(
        HttpContext http, Guid id, IfMatch ifMatch, ValidateImportHandler handler, IServiceScopeFactory scopes, TimeProvider clock, CancellationToken ct)
    {
        var asked = await handler.HandleAsync(new ValidateImport(id, ifMatch.Version), ct);
        if (asked.IsFailure) return asked.Error.ToProblem();
        var until = clock.GetUtcNow() + LongestWait;
        while (true)
        {
            // In a scope of its own: this request's context would answer what it has read before.
            await using var scope = scopes.CreateAsyncScope();
            var now = await scope.ServiceProvider.GetRequiredService<GetImportHandler>().HandleAsync(new GetImport(id), ct);
            if (now.IsFailure) return now.Error.ToProblem();
            if (now.Value.Value.Status == "validating" && clock.GetUtcNow() < until)
            {
                await Task.Delay(Pause, clock, ct);
                continue;
            }

            if (now.Value.Value.Status != "validated") return Accepted(http, now);
            var problems = await scope.ServiceProvider.GetRequiredService<GetImportRowsHandler>().HandleAsync(new GetImportRows(id, "invalid", new PageRequest(PerPage: Problems)), ct);
            http.Response.Headers.ETag = ApiAnswers.Tag(now.Value.Version);
            return TypedResults.Ok(new ImportChecked(now.Value.Value.Counts, problems.Value.Items, now.Value.Value));
        }
    }

    private static async Task<IResult> PostRun(HttpContext http, Guid id, IfMatch ifMatch, RunImportHandler handler, CancellationToken ct) =>
        Accepted(http, await handler.HandleAsync(new RunImport(id, ifMatch.Version), ct));

    private static async Task<IResult> PostCancel(HttpContext http, Guid id, IfMatch ifMatch, CancelImportHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, await handler.HandleAsync(new CancelImport(id, ifMatch.Version), ct));

    private static async Task<IResult> PostUndo(HttpContext http, Guid id, IfMatch ifMatch, UndoImportHandler handler, CancellationToken ct) =>
        Accepted(http, await handler.HandleAsync(new UndoImport(id, ifMatch.Version), ct));

    private static IResult Accepted(HttpContext http, Result<Versioned<ImportDetails>> result)
    {
        if (result.IsFailure) return result.Error.ToProblem();
        http.Response.Headers.ETag = ApiAnswers.Tag(result.Value.Version);
        return TypedResults.Accepted($"/api/leads/imports/{result.Value.Value.Id}", result.Value.Value);
    }
}

/// <summary>The form of an upload.</summary>
internal sealed record LeadImportFile(IFormFile File);
