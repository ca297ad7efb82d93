using IswitchRoofs.Leads.Domain.Imports;

namespace IswitchRoofs.Leads.Infrastructure.Imports;

/// <inheritdoc/>
internal sealed class ImportFiles : IImportFiles
{
    public const int MostColumns = 500;

    /// <summary>What a spreadsheet's cell can hold; longer ones are text that a lost quote has swallowed.</summary>
    public const int LongestCell = 32_767;

    private static readonly byte[] Zip = "PK\x03\x04"u8.ToArray();
    private static readonly byte[] OldWorkbook = [0xD0, 0xCF, 0x11, 0xE0];

    public IImportReader Open(Stream file)
    {
        Span<byte> start = stackalloc byte[4];
        file.Position = 0;
        var read = file.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        file.Position = 0;
        if (read == 0) throw new ImportFileException("is empty.");
        if (start.SequenceEqual(OldWorkbook)) throw new ImportFileException("is an Excel workbook of the old kind (.xls): save it as .xlsx or .csv.");
        return start.SequenceEqual(Zip) ? new XlsxFileReader(file) : new CsvFileReader(file);
    }

    /// <summary>The header's names, told apart, without the empty columns behind them.</summary>
    internal static IReadOnlyList<string> HeadersOf(string[] cells)
    {
        var names = Trim(cells);
        if (names.Length == 0) throw new ImportFileException("has no header row.");
        if (names.Length > MostColumns) throw new ImportFileException($"has {names.Length} columns: at most {MostColumns} are read.");
        return ImportFields.Distinct(names);
    }

    /// <summary>Without the empty cells at the end, which say nothing.</summary>
    internal static string[] Trim(string[] cells)
    {
        var length = cells.Length;
        while (length > 0 && string.IsNullOrWhiteSpace(cells[length - 1])) length--;
        return length == cells.Length ? cells : cells[..length];
    }
}
