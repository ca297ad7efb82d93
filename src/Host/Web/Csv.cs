using System.Text;

namespace IswitchRoofs.Host.Web;

/// <summary>Rows of a CSV file (RFC 4180) that a spreadsheet opens without running anything of it.</summary>
internal sealed class Csv(Stream body) : IAsyncDisposable
{
    // Excel takes UTF-8 for what it is only with the mark.
    private readonly StreamWriter _writer = new(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 16_384, leaveOpen: true);

    public async Task WriteAsync(params string?[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) await _writer.WriteAsync(',');
            await _writer.WriteAsync(Cell(cells[i]));
        }

        await _writer.WriteAsync("\r\n");
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    internal static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";

        // What begins like a formula is one, to a spreadsheet: the apostrophe makes it text.
        var text = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + value : value;
        return text.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
