namespace IswitchRoofs.SharedKernel.Results;

/// <summary>An expected refusal, told to people: as problem details by the REST API, beside the field by a page.</summary>
/// <param name="Kind">Decides the HTTP status.</param>
/// <param name="Code">Stable and documented, e.g. <c>leads.already_converted</c>.</param>
/// <param name="Detail">One sentence a salesperson understands.</param>
public sealed record Error(ErrorKind Kind, string Code, string Detail)
{
    /// <summary>Messages by snake_case field name, nested as <c>address.city</c>.</summary>
    public IReadOnlyDictionary<string, string[]> Fields { get; init; } = NoFields;

    /// <summary>Further members of the problem details, e.g. the free slots after a double booking.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; init; } = NoExtensions;

    private static readonly Dictionary<string, string[]> NoFields = [];
    private static readonly Dictionary<string, object?> NoExtensions = [];

    public static Error Invalid(string code, string detail) => new(ErrorKind.Invalid, code, detail);

    /// <summary>One field is wrong.</summary>
    public static Error Invalid(string code, string field, string message) =>
        new(ErrorKind.Invalid, code, message) { Fields = new Dictionary<string, string[]> { [field] = [message] } };

    public static Error Unauthenticated(string code, string detail) => new(ErrorKind.Unauthenticated, code, detail);

    public static Error Forbidden(string code, string detail) => new(ErrorKind.Forbidden, code, detail);

    public static Error NotFound(string code, string detail) => new(ErrorKind.NotFound, code, detail);

    public static Error Conflict(string code, string detail) => new(ErrorKind.Conflict, code, detail);

    /// <summary>The caller's <c>If-Match</c> names an older version.</summary>
    public static Error Stale(uint currentVersion) =>
        new(ErrorKind.Stale, "stale_version", "It was changed by somebody else in the meantime. Read it again and repeat your change.")
        {
            Extensions = new Dictionary<string, object?> { ["current_version"] = $"\"{currentVersion}\"" },
        };
}
