using IswitchRoofs.Identity.Application.SavedViews;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Tests.SavedViews;

public sealed class ListShapeTests
{
    private static readonly string[] Columns = ["a", "b", "c", "d", "e", "f", "g", "h"];

    private static readonly ListShape Shape = new(
        "things", "things.read",
        [new("q", Longest: 10), new("colour", ["red", "green"], Several: true), new("owner", ["me"], TakesIds: true), new("sort", ["name", "-name"])],
        Columns, ["a", "c"]);

    [Fact]
    public void A_query_is_written_in_the_lists_order_without_what_is_empty()
    {
        var check = new Validation();

        var query = Shape.QueryOf(check, new Dictionary<string, string?> { ["sort"] = "-name", ["owner"] = "", ["colour"] = "red,green", ["q"] = " a&b=c " });

        check.Failed.ShouldBeFalse();
        query.ToString().ShouldBe("q=a%26b%3Dc&colour=red%2Cgreen&sort=-name");
        ListQuery.Parse(query.ToString()).Values.ShouldBe(query.Values);
        ListQuery.Parse("").Values.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("shape", "round")]
    [InlineData("colour", "red,blue")]
    [InlineData("sort", "name,-name")]
    [InlineData("owner", "you")]
    [InlineData("q", "longer than ten")]
    [InlineData("q", "a\nb")]
    public void What_the_list_does_not_know_is_refused_by_name(string key, string value)
    {
        var check = new Validation();

        Shape.QueryOf(check, new Dictionary<string, string?> { [key] = value });

        check.ToError().Fields.Keys.ShouldBe([$"query.{key}"]);
    }

    [Fact]
    public void An_id_is_taken_where_records_are_named()
    {
        var check = new Validation();
        Shape.QueryOf(check, new Dictionary<string, string?> { ["owner"] = Guid.NewGuid().ToString() });
        check.Failed.ShouldBeFalse();
    }

    [Fact]
    public void Columns_come_in_the_lists_order_six_at_most_and_known_ones_only()
    {
        var check = new Validation();
        Shape.ColumnsOf(check, ["c", "a", "c"]).ShouldBe(["a", "c"]);
        Shape.ColumnsOf(check, null).ShouldBeEmpty();
        check.Failed.ShouldBeFalse();

        Shape.ColumnsOf(check, ["a", "z"]);
        Shape.ColumnsOf(check, Columns);
        check.ToError().Fields.Keys.ShouldBe(["columns[1]", "columns"]);
    }

    [Fact]
    public void An_address_shows_what_it_can()
    {
        Shape.Shown(["z", "c", "b"]).ShouldBe(["b", "c"]);
        Shape.Shown(["z"]).ShouldBe(["a", "c"]);
        Shape.Shown(Columns).Count.ShouldBe(ListShape.MostColumns);
    }
}
