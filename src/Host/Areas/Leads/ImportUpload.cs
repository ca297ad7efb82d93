using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace IswitchRoofs.Host.Areas.Leads;

/// <summary>A file of a multipart request, put aside on disk while it arrives, so that its size is no matter of memory.</summary>
internal static class ImportUpload
{
    public const long LargestFile = 20 * 1024 * 1024;

    /// <summary>The file and what multipart puts around it.</summary>
    public const long LargestBody = LargestFile + (64 * 1024);

    private const string Field = "file";

    /// <returns>The file, which is gone once it is closed; the name is what the sender calls it.</returns>
    /// <exception cref="BadHttpRequestException">It is larger than <see cref="LargestFile"/>.</exception>
    public static async Task<Result<(string? Name, Stream Content)>> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
            return Missing();
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(ct) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part) || HeaderUtilities.RemoveQuotes(part.Name) != Field) continue;
                var name = part.FileNameStar.HasValue ? part.FileNameStar.Value : HeaderUtilities.RemoveQuotes(part.FileName).Value;
                return (name, await PutAsideAsync(section.Body, ct));
            }
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException))
        {
            return Error.Invalid("leads.import_file_unreadable", Field, "did not arrive whole.");
        }

        return Missing();
    }

    private static async Task<FileStream> PutAsideAsync(Stream body, CancellationToken ct)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = await body.ReadAsync(buffer, ct)) > 0;)
            {
                if (file.Length + read > LargestFile) throw new BadHttpRequestException("The file is larger than 20 MB.", StatusCodes.Status413PayloadTooLarge);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            await file.FlushAsync(ct);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static Error Missing() => Error.Invalid("leads.import_file_unreadable", Field, "is required: send multipart/form-data with a part named file.");
}
