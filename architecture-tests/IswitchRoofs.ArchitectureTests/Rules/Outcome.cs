using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests.Rules;

/// <summary>What a rule looked at and what it objects to.</summary>
internal sealed record Outcome(IReadOnlyCollection<string> Examined, IReadOnlyCollection<string> Violations)
{
    /// <summary>A rule over nothing is a broken rule: an empty selection fails too.</summary>
    public void MustHold(string because)
    {
        Examined.ShouldNotBeEmpty($"{because}: the rule looked at nothing");
        Violations.ShouldBeEmpty($"{because}:{Environment.NewLine}{string.Join(Environment.NewLine, Violations)}");
    }

    public void MustReport(params string[] culprits)
    {
        Examined.ShouldNotBeEmpty("the canary was not looked at");
        foreach (var culprit in culprits)
            Violations.ShouldContain(
                violation => violation.Contains(culprit, StringComparison.Ordinal),
                $"no report on {culprit}; reported: {string.Join(Environment.NewLine, Violations.DefaultIfEmpty("nothing"))}");
    }

    public void MustNotReport(string innocent) =>
        Violations.ShouldNotContain(violation => violation.Contains(innocent, StringComparison.Ordinal));

    public static Outcome Over<T>(IEnumerable<T> selection, Func<T, string> name, Func<T, IEnumerable<string>> objections)
    {
        var examined = selection.ToList();
        return new Outcome(
            [.. examined.Select(name)],
            [.. examined.SelectMany(one => objections(one).Select(objection => $"  {name(one)} {objection}")).Distinct().Order(StringComparer.Ordinal)]);
    }

    public static Outcome Over(IEnumerable<ScannedType> selection, Func<ScannedType, IEnumerable<string>> objections) =>
        Over(selection, type => type.Name.FullName, objections);

    public static Outcome Over(IEnumerable<Type> selection, Func<Type, IEnumerable<string>> objections) =>
        Over(selection, type => type.FullName!, objections);

    public Outcome And(Outcome other) => new([.. Examined, .. other.Examined], [.. Violations.Union(other.Violations)]);
}
