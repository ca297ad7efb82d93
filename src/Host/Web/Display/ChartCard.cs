namespace IswitchRoofs.Host.Web.Display;

/// <param name="Values">One per label; null leaves a gap.</param>
/// <param name="Dashed">For what is expected rather than measured.</param>
/// <param name="Lower">With <paramref name="Upper"/>: the band within which the value is expected.</param>
public sealed record ChartSeries(
    string Name,
    IReadOnlyList<decimal?> Values,
    bool Dashed = false,
    IReadOnlyList<decimal?>? Lower = null,
    IReadOnlyList<decimal?>? Upper = null);

/// <summary>A chart that answers a question, with the same numbers as a table. Shown by <c>_ChartCard</c>.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Question">The title: "Where do leads come from?"</param>
/// <param name="Kind"><c>columns</c> (time), <c>bars</c> (ranking, sorted by the caller), <c>funnel</c>, <c>line</c>.</param>
/// <param name="Unit"><c>count</c>, <c>usd</c>, <c>percent</c>, <c>minutes</c>.</param>
public sealed record ChartCard(
    string Id,
    string Question,
    string Kind,
    IReadOnlyList<string> Labels,
    IReadOnlyList<ChartSeries> Series,
    string Unit = "count")
{
    /// <summary>One sentence that says what the chart shows; the answer, if there is one.</summary>
    public string? Summary { get; init; }

    /// <summary>Head of the first column of the table.</summary>
    public string LabelHead { get; init; } = "";

    /// <summary>Where a click on a label leads: the list that makes up the figure.</summary>
    public IReadOnlyList<string?>? Urls { get; init; }

    public decimal? Target { get; init; }

    public string? CsvUrl { get; init; }

    public bool IsEmpty => Labels.Count == 0 || Series.All(s => s.Values.All(v => v is null or 0));

    public string Format(decimal? value) => Unit switch
    {
        "usd" => Formats.Money(value),
        "percent" => Formats.Percent(value, 1),
        "minutes" => value is null ? Words.None : $"{Formats.Number(value, 1)} min",
        _ => Formats.Number(value),
    };
}
