namespace IswitchRoofs.Leads.Domain.Imports;

/// <summary>Reads files of leads: what they are is seen from their content, whatever their name says.</summary>
public interface IImportFiles
{
    /// <param name="file">Can be read more than once, as a file on disk can.</param>
    /// <exception cref="ImportFileException">It is neither, or holds nothing.</exception>
    IImportReader Open(Stream file);
}

/// <summary>A file of which the header is read; its rows follow, one at a time.</summary>
public interface IImportReader : IDisposable
{
    ImportedFile File { get; }

    /// <exception cref="ImportFileException">The rest of the file cannot be read.</exception>
    IEnumerable<ReadRow> Rows();
}

/// <param name="RowNo">As a spreadsheet counts: the header is row 1.</param>
public readonly record struct ReadRow(int RowNo, string[] Cells);

public sealed class ImportFileException(string message, Exception? inner = null) : Exception(message, inner);
