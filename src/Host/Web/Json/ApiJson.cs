using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IswitchRoofs.Host.Web.Json;

/// <summary>How the REST API writes and reads JSON: snake_case, strict, text without NUL.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = false;
        options.MaxDepth = 32;
        options.Converters.Add(new TextConverter());
        options.Converters.Add(new UtcInstantConverter());
        return options;
    }

    /// <summary>Puts the source-generated contexts of the areas first; what they do not know is read by reflection.</summary>
    public static void UseContexts(JsonSerializerOptions options, params IJsonTypeInfoResolver[] contexts)
    {
        for (var i = 0; i < contexts.Length; i++) options.TypeInfoResolverChain.Insert(i, contexts[i]);
    }

    /// <summary>Refuses NUL, which PostgreSQL cannot store, and text that is no Unicode.</summary>
    private sealed class TextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String) throw Because("must be text.");
            string text;
            try
            {
                text = reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                throw Because("is not valid Unicode text.");
            }

            return text.Contains('\0', StringComparison.Ordinal) ? throw Because("must not contain NUL characters.") : text;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        private static JsonException Because(string reason) => new() { Data = { ["reason"] = reason } };
    }

    /// <summary>Instants leave with <c>Z</c>, to the microsecond that the database keeps.</summary>
    private sealed class UtcInstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var value) && HasOffset(reader.GetString()!)) return value.ToUniversalTime();
            throw new JsonException { Data = { ["reason"] = "must be an instant such as 2026-11-23T14:30:00Z." } };
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture));

        // Without an offset the server's own time zone would decide.
        private static bool HasOffset(string text) => text.EndsWith('Z') || text.EndsWith('z') || text.LastIndexOfAny(['+', '-']) > 10;
    }
}
