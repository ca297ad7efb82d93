using System.Globalization;
using System.IO.Compression;
using System.Xml;
using IswitchRoofs.Leads.Domain.Imports;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace IswitchRoofs.Leads.Infrastructure.Imports;

/// <summary>The first sheet of a workbook: formulas by the value they had when it was saved, dates as dates.</summary>
internal sealed class XlsxFileReader : IImportReader
{
    // What 20 MB of compressed rows can honestly become; more is a bomb.
    private const long LargestUnpacked = 1_000_000_000;

    // A cell's characters may be written as entities.
    private const int LongestText = ImportFiles.LongestCell * 8;

    // Up to here texts are kept in memory, beyond it in a file beside.
    private const long SharedTextsInMemory = 5 * 1024 * 1024;
    private readonly IEnumerator<object> _rows;
    private int _row;

    public XlsxFileReader(Stream file)
    {
        CheckPackage(file);
        file.Position = 0;
        try
        {
            var configuration = new OpenXmlConfiguration { EnableSharedStringCache = true, SharedStringCacheSize = SharedTextsInMemory, IgnoreEmptyRows = false, FillMergedCells = false };
            _rows = MiniExcel.Query(file, useHeaderRow: false, excelType: ExcelType.XLSX, configuration: configuration).GetEnumerator();
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Broken(e);
        }

        string[]? header = null;
        while (header is null && Next() is { } cells) header = cells.Length > 0 ? cells : null;
        File = new ImportedFile("xlsx", null, null, ImportFiles.HeadersOf(header ?? throw new ImportFileException("is empty.")));
    }

    public ImportedFile File { get; }

    public IEnumerable<ReadRow> Rows()
    {
        while (Next() is { } cells)
            if (cells.Length > 0) yield return new ReadRow(_row, cells);
    }

    public void Dispose() => _rows.Dispose();

    private string[]? Next()
    {
        try
        {
            if (!_rows.MoveNext()) return null;
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Broken(e);
        }

        _row++;
        var values = (IDictionary<string, object?>)_rows.Current;
        var cells = new string[values.Count];
        var at = 0;
        foreach (var value in values.Values) cells[at++] = Text(value);
        return ImportFiles.Trim(cells);
    }

    private static string Text(object? value)
    {
        var text = value switch
        {
            null => "",
            string s => s,
            DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            double number => number == Math.Truncate(number) && Math.Abs(number) < 1e15 ? number.ToString("0", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture),
            bool yes => yes ? "yes" : "no",
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        if (text.Length > ImportFiles.LongestCell) throw new ImportFileException($"holds a cell with more than {ImportFiles.LongestCell} characters.");
        return text.Replace("\0", "", StringComparison.Ordinal).Trim();
    }

    private static void CheckPackage(Stream file)
    {
        try
        {
            using var package = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (package.GetEntry("xl/workbook.xml") is null) throw new ImportFileException("is no Excel workbook (.xlsx).");
            CheckSize(package);
        }
        catch (InvalidDataException e)
        {
            throw Broken(e);
        }
    }

    // By what is in it, not by what it says of itself; and no text so long that the XML reader, which builds it whole, runs out of memory.
    private static void CheckSize(ZipArchive package)
    {
        var buffer = new byte[81_920];
        var unpacked = 0L;
        foreach (var part in package.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var content = part.Open();
            for (int read, text = 0; (read = content.Read(buffer)) > 0;)
            {
                if ((unpacked += read) > LargestUnpacked) throw new ImportFileException("is too large once it is unpacked.");
                var (first, last) = (buffer.AsSpan(0, read).IndexOf((byte)'<'), buffer.AsSpan(0, read).LastIndexOf((byte)'<'));
                if (text + (first < 0 ? read : first) > LongestText) throw new ImportFileException("holds a text that is too long for any cell.");
                text = first < 0 ? text + read : read - last;
            }
        }
    }

    private static bool IsBroken(Exception e) => e is InvalidDataException or XmlException or FormatException or KeyNotFoundException or InvalidOperationException or NullReferenceException or ArgumentException or IndexOutOfRangeException;

    private static ImportFileException Broken(Exception e) => new("is damaged: open it in Excel, save it anew and try again.", e);
}
