using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Imports;

/// <summary>Takes a file of leads in: its rows are kept, its columns guessed (L6).</summary>
/// <param name="Content">Can be read more than once, as a file on disk can.</param>
public sealed record ReceiveImport(string? FileName, Stream Content);

public sealed class ReceiveImportHandler(
    IImportFiles files, IImportRows rows, IReadRepository<ImportTemplate> templates, ImportLookup imports, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public const int MostRows = 100_000;

    public async Task<Result<Versioned<ImportDetails>>> HandleAsync(ReceiveImport request, CancellationToken ct)
    {
        var name = Path.GetFileName((request.FileName ?? "").Replace('\\', '/')).Replace("\0", "", StringComparison.Ordinal).Trim();
        if (name.Length == 0) name = "leads";
        if (name.Length > 255) name = name[^255..];
        var id = LeadImportId.New(clock.GetUtcNow());
        try
        {
            using var reader = files.Open(request.Content);
            var file = reader.File;
            var known = (await templates.ListAsync(new NewestTemplates(), ct)).FirstOrDefault(t => t.Fits(file.Headers));
            var fields = known?.FieldsFor(file.Headers) ?? ImportFields.Guess(file.Headers);
            LeadSource? source = fields.Contains("source") ? null : LeadSource.WebsiteForm;
            await rows.StoreAsync(id, reader.Rows(), MostRows, count => LeadImport.Receive(id, name, file, fields, source, count, user.ToActor()), ct);
        }
        catch (ImportFileException e)
        {
            return ImportErrors.FileUnreadable(e.Message);
        }

        var found = await imports.FindAsync(id.Value, null, ct);
        return await imports.AnswerAsync(found.Value, ct);
    }

    private sealed class NewestTemplates : Specification<ImportTemplate>
    {
        public NewestTemplates() => Query.OrderByDescending(t => t.UpdatedAt).ThenBy(t => t.Id).Take(200);
    }
}
