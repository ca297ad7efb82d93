using System.Text.RegularExpressions;
using IswitchRoofs.Host.Web.Errors;

namespace IswitchRoofs.Host.Tests.Docs;

/// <summary>Clients decide by these codes: none may be missing, none may be left over.</summary>
public sealed partial class ProblemCatalogueTests
{
    internal static readonly string Root = FindRoot();

    private static readonly Dictionary<string, string> Sources = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal) && Path.GetFileName(file) != "ProblemCatalogue.cs")
        .ToDictionary(file => file, File.ReadAllText);

    private static IEnumerable<string> Codes => ProblemCatalogue.Areas.SelectMany(area => area.Entries).Select(entry => entry.Code);

    [Fact]
    public void Every_code_that_is_answered_is_explained() =>
        Sources.SelectMany(source => Raised().Matches(source.Value)).Select(match => match.Groups[1].Value).Distinct().Except(Codes).ShouldBeEmpty();

    [Fact]
    public void Every_code_that_is_explained_is_answered_somewhere() =>
        Codes.Where(code => !Sources.Values.Any(source => source.Contains($"\"{code}\"", StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void No_code_is_explained_twice() => Codes.ShouldBeUnique();

    [Fact]
    public void The_guide_lists_the_same_codes()
    {
        var guide = File.ReadAllText(Path.Combine(Root, "docs", "problems.md"));

        Row().Matches(guide).Select(match => match.Groups[1].Value).ShouldBe(Codes, ignoreOrder: true);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IswitchRoofs.sln"))) folder = folder.Parent;
        return folder!.FullName;
    }

    [GeneratedRegex("""(?:Error\.(?:Invalid|Unauthenticated|Forbidden|NotFound|Conflict)\(|new\(ErrorKind\.\w+,|Describe\(\w+, [\w.]+,|Refuse\(\w+, [\w.]+,|Problem\(StatusCodes\.\w+,|ToError\()\s*"([a-z_]+(?:\.[a-z_]+)?)["]""")]
    private static partial Regex Raised();

    [GeneratedRegex("^\\| `([a-z_.]+)` \\| \\d{3} \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
