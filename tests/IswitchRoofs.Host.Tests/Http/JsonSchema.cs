using System.Text.Json;

namespace IswitchRoofs.Host.Tests.Http;

/// <summary>Compares an answer with its schema in the OpenAPI document: types, required and unknown members, enums, references.</summary>
internal sealed class JsonSchema(JsonElement document)
{
    /// <summary>What does not fit, each with its path.</summary>
    public IReadOnlyList<string> Check(JsonElement value, JsonElement schema)
    {
        var faults = new List<string>();
        Check(value, schema, "$", faults);
        return faults;
    }

    private void Check(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (schema.ValueKind != JsonValueKind.Object) return;
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(value, Resolve(reference.GetString()!), path, faults);
            return;
        }

        foreach (var word in (string[])["oneOf", "anyOf"])
        {
            if (!schema.TryGetProperty(word, out var choices)) continue;
            var fits = choices.EnumerateArray().Any(choice =>
            {
                var own = new List<string>();
                Check(value, choice, path, own);
                return own.Count == 0;
            });
            if (!fits) faults.Add($"{path}: fits none of {word}");
        }

        if (schema.TryGetProperty("allOf", out var all))
            foreach (var part in all.EnumerateArray()) Check(value, part, path, faults);
        if (schema.TryGetProperty("type", out var type))
        {
            var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!).ToArray() : [type.GetString()!];
            if (!types.Any(t => Is(value, t)))
            {
                faults.Add($"{path}: {value.ValueKind} is not {string.Join("|", types)}");
                return;
            }
        }

        if (schema.TryGetProperty("enum", out var names) && !names.EnumerateArray().Any(n => n.GetRawText() == value.GetRawText())) faults.Add($"{path}: {value} is not in the enum");
        if (value.ValueKind == JsonValueKind.Object) CheckMembers(value, schema, path, faults);
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            var index = 0;
            foreach (var item in value.EnumerateArray()) Check(item, items, $"{path}[{index++}]", faults);
        }
    }

    private void CheckMembers(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray())
                if (!value.TryGetProperty(name.GetString()!, out _)) faults.Add($"{path}: {name} is missing");
        if (!schema.TryGetProperty("properties", out var properties)) return;
        foreach (var member in value.EnumerateObject())
        {
            if (properties.TryGetProperty(member.Name, out var of)) Check(member.Value, of, $"{path}.{member.Name}", faults);
            else if (!schema.TryGetProperty("additionalProperties", out _)) faults.Add($"{path}: {member.Name} is not documented");
        }
    }

    private JsonElement Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (element, name) => element.GetProperty(name.Replace("~1", "/", StringComparison.Ordinal)));

    private static bool Is(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => false,
    };
}
