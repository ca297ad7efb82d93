using System.Buffers;
using System.Text;
using CsvHelper;
using IswitchRoofs.Leads.Domain.Imports;

namespace IswitchRoofs.Leads.Infrastructure.Imports;

/// <summary>CSV as it comes: any usual separator, UTF-8 or what Windows wrote before it, lines broken inside quotes, rows of any length.</summary>
internal sealed class CsvFileReader : IImportReader
{
    private const int LargestRow = 1024 * 1024;
    private readonly CsvReader _csv;
    private string? _malformed;

    public CsvFileReader(Stream file)
    {
        var (encoding, name) = EncodingOf(file);
        file.Position = 0;
        _csv = CsvReader.Create(
            file,
            new CsvReaderOptions
            {
                HasHeader = false,
                SkipEmptyLines = false,
                Encoding = encoding,
                MaxRecordSize = LargestRow,
                OnMalformedRecord = record => _malformed = record.Reason == CsvMalformedReason.UnterminatedQuote ? "a quote is opened there and never closed" : _malformed,
            },
            leaveOpen: true);
        string[]? header = null;
        while (header is null && Next() is { } cells) header = cells.Length > 0 ? cells : null;
        File = new ImportedFile("csv", name, _csv.Separator.ToString(), ImportFiles.HeadersOf(header ?? throw new ImportFileException("is empty.")));
    }

    public ImportedFile File { get; }

    public IEnumerable<ReadRow> Rows()
    {
        while (Next() is { } cells)
            if (cells.Length > 0) yield return new ReadRow((int)_csv.RowNumber, cells);
    }

    public void Dispose() => _csv.Dispose();

    private string[]? Next()
    {
        try
        {
            if (!_csv.Read()) return null;
        }
        catch (CsvFormatException e)
        {
            throw new ImportFileException($"cannot be read after row {_csv.RowNumber}: a quote is opened there and never closed.", e);
        }

        if (_malformed is not null) throw new ImportFileException($"cannot be read from row {_csv.RowNumber} on: {_malformed}.");
        var cells = new string[_csv.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = _csv.GetString(i).Trim();
            if (cells[i].Length > ImportFiles.LongestCell) throw new ImportFileException($"cannot be read from row {_csv.RowNumber} on: it holds a value of more than {ImportFiles.LongestCell} characters.");
        }

        return ImportFiles.Trim(cells);
    }

    // A mark says it; else it is UTF-8 when all of it is valid as such, as no other text happens to be.
    private static (Encoding Encoding, string Name) EncodingOf(Stream file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        var characters = ArrayPool<char>.Shared.Rent(64 * 1024 + 16);
        try
        {
            var first = true;
            var valid = true;
            var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
            for (int read; (read = file.Read(buffer)) > 0; first = false)
            {
                var bytes = buffer.AsSpan(0, read);
                if (first && bytes.StartsWith((byte[])[0xFF, 0xFE])) return (Encoding.Unicode, "UTF-16");
                if (first && bytes.StartsWith((byte[])[0xFE, 0xFF])) return (Encoding.BigEndianUnicode, "UTF-16");
                if (bytes.Contains((byte)0)) throw new ImportFileException("is neither CSV text nor an Excel workbook (.xlsx).");
                if (valid) valid = IsValid(decoder, bytes, characters);
            }

            return valid ? (Encoding.UTF8, "UTF-8") : (CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "Windows-1252");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private static bool IsValid(Decoder decoder, ReadOnlySpan<byte> bytes, char[] characters)
    {
        try
        {
            decoder.GetChars(bytes, characters, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
