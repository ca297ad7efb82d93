using System.Collections.Frozen;
using System.Text;

namespace IswitchRoofs.SharedKernel.Results;

/// <summary>Gives an enum value a wire name that its C# name cannot spell, e.g. <c>1-3_months</c>.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class WireNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Enum values as the API and the database spell them: lower snake_case.</summary>
public static class WireName
{
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    public static bool TryParse<T>(string? name, out T value) where T : struct, Enum
    {
        value = default;
        return name is not null && Names<T>.ByName.TryGetValue(name, out value);
    }

    /// <exception cref="ArgumentException">The name is unknown: for stored values, which were checked on the way in.</exception>
    public static T Parse<T>(string name) where T : struct, Enum =>
        TryParse<T>(name, out var value) ? value : throw new ArgumentException($"'{name}' is no {typeof(T).Name}.", nameof(name));

    /// <summary>All names in declaration order.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Names<T>.Ordered;

    /// <summary>A C# name as the wire spells it: <c>RoofAge</c> becomes <c>roof_age</c>.</summary>
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private static class Names<T> where T : struct, Enum
    {
        public static readonly string[] Ordered = [.. Enum.GetValues<T>().Select(Name)];
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>().ToFrozenDictionary(v => v, Name);
        public static readonly FrozenDictionary<string, T> ByName =
            Enum.GetValues<T>().ToFrozenDictionary(Name, v => v, StringComparer.Ordinal);

        private static string Name(T value)
        {
            var field = typeof(T).GetField(value.ToString())!;
            var given = (WireNameAttribute?)Attribute.GetCustomAttribute(field, typeof(WireNameAttribute));
            return given?.Name ?? SnakeCase(value.ToString());
        }
    }
}
