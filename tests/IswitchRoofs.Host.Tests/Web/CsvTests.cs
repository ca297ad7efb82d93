using IswitchRoofs.Host.Web;

namespace IswitchRoofs.Host.Tests.Web;

public sealed class CsvTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("Ann", "Ann")]
    [InlineData("Lee, Ann", "\"Lee, Ann\"")]
    [InlineData("the \"Chief\"", "\"the \"\"Chief\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+12485550142", "'+12485550142")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r\n=1", "\"'\r\n=1\"")]
    public void Nothing_in_a_cell_is_taken_for_a_formula_or_a_separator(string? value, string cell) => Csv.Cell(value).ShouldBe(cell);
}
