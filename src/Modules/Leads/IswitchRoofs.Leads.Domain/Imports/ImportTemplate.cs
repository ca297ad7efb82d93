using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Imports;

public readonly record struct ImportTemplateId(Guid Value) : ITypedId<ImportTemplateId>
{
    public static ImportTemplateId From(Guid value) => new(value);
}

/// <summary>What the columns of a known kind of file mean; a file with the same headers is mapped by it.</summary>
public sealed class ImportTemplate : AggregateRoot
{
    private ImportTemplate()
    {
    }

    public ImportTemplateId Id { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<string> Headers { get; private set; } = [];

    public IReadOnlyList<string> Fields { get; private set; } = [];

    public static ImportTemplate Named(string name, DateTimeOffset now) => new() { Id = new ImportTemplateId(Uuid.New(now)), Name = name };

    public void Remember(IReadOnlyList<string> headers, IReadOnlyList<string> fields) => (Headers, Fields) = (headers, fields);

    /// <summary>Whether a file has these headers, in whatever order.</summary>
    public bool Fits(IReadOnlyList<string> headers) =>
        headers.Count == Headers.Count && headers.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(Headers);

    /// <summary>The fields in the order of a file that fits.</summary>
    public IReadOnlyList<string> FieldsFor(IReadOnlyList<string> headers)
    {
        var byHeader = Headers.Zip(Fields).ToDictionary(p => p.First, p => p.Second, StringComparer.OrdinalIgnoreCase);
        return [.. headers.Select(h => byHeader[h])];
    }
}
