using System.Diagnostics;
using System.Globalization;
using System.Text;
using IswitchRoofs.Leads.Application.Imports;
using IswitchRoofs.Leads.Infrastructure.Imports;
using MiniExcelLibs;
using Xunit.Abstractions;

namespace IswitchRoofs.Leads.Tests.Application.Imports;

/// <summary>As large a file as is taken with <c>./test.sh import</c>, a fifth of it otherwise. What it costs is printed; what it does is asserted.</summary>
public sealed class LargeImportTests(ITestOutputHelper output) : ImportsOnPostgres
{
    private const int Columns = 12;

    private static readonly int Rows = int.Parse(Environment.GetEnvironmentVariable("IMPORT_ROWS") ?? "20000", CultureInfo.InvariantCulture);

    // One row in a hundred repeats a person of the file, one in two hundred cannot be imported.
    private static readonly int Repeated = Rows / 100;
    private static readonly int Invalid = Rows / 200;

    [Fact]
    public async Task Many_rows_come_in_can_be_stopped_and_taken_back()
    {
        var file = Generated();
        using var memory = new MemoryWatch();
        var clock = Stopwatch.StartNew();
        var import = (await UploadAsync(file)).Value.Value;
        Say("upload", clock);

        await Module.DoAsync<ValidateImportHandler, SharedKernel.Results.Result<Shared.Application.Versioned<ImportDetails>>>(h => h.HandleAsync(new ValidateImport(import.Id, null), default));
        var seen = await MovingAsync(import.Id, "dry run", clock);
        seen.ShouldBeGreaterThan(Rows / 10_000);
        var found = await ImportAsync(import.Id);
        found.Counts.ShouldBe(new ImportCounts(Rows, Rows - Repeated - Invalid, 0, Repeated, Invalid, 0, 0, 0, 0, 0));
        (await Module.Database.ScalarAsync<long>("SELECT count(*) FROM leads.lead_import_rows WHERE state IN ('invalid', 'duplicate') AND problems = '[]'")).ShouldBe(0, "every rejected row has its reason");

        // Somebody thinks better of it in the middle: what is in stays, and the next batch does not come.
        await AskToRunAsync(import.Id);
        for (var i = 0; i < 3; i++) await StepAsync();
        var working = StepAsync();
        var stop = Stopwatch.StartNew();
        (await CancelAsync(import.Id)).Value.Value.Status.ShouldBe("cancelled");
        stop.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        await working;
        (await StepAsync()).ShouldBeFalse();
        var stopped = await ImportAsync(import.Id);
        stopped.Counts.Created.ShouldBeInRange(5_500, 8_000);
        (await LeadsAsync()).ShouldBe(stopped.Counts.Created);
        clock.Restart();
        (await UndoAsync(import.Id)).Counts.Undone.ShouldBe(stopped.Counts.Created);
        Say("undo", clock, stopped.Counts.Created);
        (await LeadsAsync()).ShouldBe(0);

        var second = (await UploadAsync(file)).Value.Value;
        await CheckAsync(second.Id);
        await AskToRunAsync(second.Id);
        clock.Restart();
        await MovingAsync(second.Id, "run", clock);
        (await ImportAsync(second.Id)).Counts.Created.ShouldBe(Rows - Repeated - Invalid);
        (await LeadsAsync()).ShouldBe(Rows - Repeated - Invalid);

        var third = (await UploadAsync(file)).Value.Value;
        (await CheckAsync(third.Id)).Counts.ShouldBe(new ImportCounts(Rows, 0, 0, Rows - Invalid, Invalid, 0, 0, 0, 0, 0), "the same file again brings nothing new");

        output.WriteLine($"{Rows * Columns:N0} cells: the heap grew by at most {memory.Grew / 1_048_576.0:N0} MB");
        memory.Grew.ShouldBeLessThan(300L * 1_048_576);
    }

    [Fact]
    public void A_large_workbook_is_read_row_by_row()
    {
        using var file = new MemoryStream();
        MiniExcel.SaveAs(file, Enumerable.Range(0, Rows).Select(i => Enumerable.Range(0, Columns).ToDictionary(c => $"Column {c}", c => (object)$"Text {i} of {c}")));
        using var memory = new MemoryWatch();
        var clock = Stopwatch.StartNew();

        using var reader = new ImportFiles().Open(file);
        reader.Rows().Count(r => r.Cells.Length == Columns).ShouldBe(Rows);

        Say("workbook", clock);
        memory.Grew.ShouldBeLessThan(300L * 1_048_576);
    }

    /// <summary>Steps until the background rests; answers how often progress was seen to move.</summary>
    private async Task<int> MovingAsync(Guid id, string what, Stopwatch clock)
    {
        var (moves, last) = (0, -1);
        while (await StepAsync())
        {
            var progress = (await ImportAsync(id)).Progress.Done;
            if (progress > last) moves++;
            last = progress;
        }

        Say(what, clock);
        return moves;
    }

    private void Say(string what, Stopwatch clock, int? some = null)
    {
        var rows = some ?? Rows;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {rows:N0} rows in {clock.Elapsed.TotalSeconds:N1} s, {rows / clock.Elapsed.TotalSeconds:N0} rows/s"));
        clock.Restart();
    }

    private Task<long> LeadsAsync() => Module.Database.ScalarAsync<long>("SELECT count(*) FROM leads.leads WHERE deleted_at IS NULL");

    internal static byte[] Generated()
    {
        string[] cities = ["Troy", "Birmingham", "Novi", "Ann Arbor", "Livonia"];
        string[] sources = ["Website Form", "Google Ads", "referral", "Door to door", "Storm"];
        var text = new StringBuilder(12_000_000).AppendLine("First name,Last name,E-mail,Phone,Street,City,State,Zip,Home value,Roof age,Lead source,Notes");
        for (var i = 0; i < Rows; i++)
        {
            var person = i % 100 == 99 ? i - 50 : i;
            var email = i % 200 == 7 ? "nobody at all" : string.Create(CultureInfo.InvariantCulture, $"person{person}@example.org");
            text.AppendLine(CultureInfo.InvariantCulture,
                $"Ann{person % 977},Lee{person},{email},(248) {200 + (person / 10_000)}-{person % 10_000:0000},{person} Main St,{cities[person % 5]},Michigan,{48_000 + (person % 400)},\"${200_000 + (person % 700 * 1_000):N0}\",{person % 40},{sources[person % 5]},\"Asked for a quote, call back\"");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
