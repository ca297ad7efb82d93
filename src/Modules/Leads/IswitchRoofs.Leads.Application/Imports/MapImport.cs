using IswitchRoofs.Leads.Application.Assignment;
using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Imports;

/// <summary>Says what the columns of a file mean. Columns that are not named are left out.</summary>
public sealed record MapImport
{
    /// <summary>What a column can fill.</summary>
    public static IReadOnlyList<string> Fields => ImportFields.All;

    /// <summary>By header the lead's field that it fills, or full_name; null for none.</summary>
    public IReadOnlyDictionary<string, string?>? Mapping { get; init; }

    /// <summary>For rows that name no source.</summary>
    public string? DefaultSource { get; init; }

    /// <summary>What happens to an open lead with the same phone or e-mail: update (the default) or skip.</summary>
    public string? OnMatch { get; init; }

    /// <summary>Who gets the new leads; leave out for nobody.</summary>
    public Guid? AssignedTo { get; init; }

    /// <summary>Keeps the mapping under this name: the next file with these headers is mapped by it.</summary>
    public string? SaveAs { get; init; }
}

public sealed class MapImportHandler(ImportLookup imports, IRepository<ImportTemplate> templates, ChooseAssignee assignees, TimeProvider clock) : IUseCase
{
    public async Task<Result<Versioned<ImportDetails>>> HandleAsync(Guid id, MapImport request, uint? ifVersion, CancellationToken ct)
    {
        var found = await imports.FindAsync(id, ifVersion, ct);
        if (found.IsFailure) return found.Error;
        var import = found.Value.Import;
        var check = new Validation();
        var source = check.Enum<LeadSource>("default_source", request.DefaultSource);
        var onMatch = check.Enum<OnMatch>("on_match", request.OnMatch) ?? OnMatch.Update;
        var name = check.Text("save_as", request.SaveAs, 100);
        if (request.Mapping is null) check.Add("mapping", "is required: by header the field that it fills.");
        var fields = FieldsOf(import, request.Mapping ?? new Dictionary<string, string?>(), check);
        if (check.Failed) return check.ToError();
        if (request.AssignedTo is { } person && await assignees.NamedAsync(person, ct) is { IsFailure: true, Error: var unknown }) return unknown;

        var mapped = import.Map(fields, source, onMatch, request.AssignedTo);
        if (mapped.IsSuccess && name is not null) await RememberAsync(name, import.Headers, fields, ct);
        return await imports.SaveAsync(found.Value, mapped, ct);
    }

    private static string[] FieldsOf(LeadImport import, IReadOnlyDictionary<string, string?> mapping, Validation check)
    {
        var fields = Enumerable.Repeat("", import.Headers.Count).ToArray();
        foreach (var (header, wanted) in mapping)
        {
            var at = Enumerable.Range(0, fields.Length).FirstOrDefault(i => import.Headers[i] == header, -1);
            var field = wanted?.Trim() ?? "";
            if (at < 0) check.Add($"mapping.{header}", "is no column of this file.");
            else if (field.Length > 0 && !ImportFields.All.Contains(field)) check.Add($"mapping.{header}", $"must be one of {string.Join(", ", ImportFields.All)}.");
            else if (field.Length > 0 && fields.Contains(field)) check.Add($"mapping.{header}", $"{field} is filled by another column already.");
            else fields[at] = field;
        }

        return fields;
    }

    private async Task RememberAsync(string name, IReadOnlyList<string> headers, IReadOnlyList<string> fields, CancellationToken ct)
    {
        var template = await templates.FirstOrDefaultAsync(new TemplateNamed(name), ct);
        if (template is null) templates.Add(template = ImportTemplate.Named(name, clock.GetUtcNow()));
        template.Remember(headers, fields);
    }

    private sealed class TemplateNamed : Specification<ImportTemplate>
    {
        public TemplateNamed(string name) => Query.Where(t => t.Name == name).AsTracking();
    }
}
