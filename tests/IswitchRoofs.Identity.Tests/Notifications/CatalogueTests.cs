using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Identity.Tests.Notifications;

public sealed class CatalogueTests
{
    [Theory]
    [MemberData(nameof(Types))]
    public void Every_type_is_in_the_catalogue_with_words_for_people(NotificationType type)
    {
        var kind = NotificationCatalogue.Of(type);

        kind.Label.ShouldNotBeNullOrWhiteSpace();
        kind.Audience.ShouldNotBeNullOrWhiteSpace();
        kind.Title.ShouldNotBeNullOrWhiteSpace();
        kind.Body.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Values_take_the_place_of_their_names_and_are_taken_as_they_are() =>
        NotificationCatalogue.Fill("Hot lead{whose}: {lead}", new Dictionary<string, string?> { ["lead"] = "{score} & <Ann>" }).ShouldBe("Hot lead: {score} & <Ann>");

    [Theory]
    [InlineData("{")]
    [InlineData("a } b { c")]
    public void Braces_that_name_nothing_stay(string text) => NotificationCatalogue.Fill(text, new Dictionary<string, string?>()).ShouldBe(text);

    [Fact]
    public void The_document_lists_the_catalogue()
    {
        var path = Path.Combine(NodeScripts.Directory, "..", "..", "docs", "notifications.md");
        var text = File.ReadAllText(path);
        const string Begin = "<!-- types -->\n";
        var head = text[..(text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)];
        var table = string.Concat(NotificationCatalogue.All.Select(k => $"| `{WireName.Of(k.Type)}` | {WireName.Of(k.Priority)} | {k.Audience} | {k.Title} | {k.Body} |\n"));
        var expected = $"{head}| type | priority | told when | title, mail subject | body |\n| --- | --- | --- | --- | --- |\n{table}";
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, expected);

        File.ReadAllText(path).ShouldBe(expected, "run this test once with UPDATE_DOCS=1");
    }

    public static TheoryData<NotificationType> Types => [.. Enum.GetValues<NotificationType>()];
}
