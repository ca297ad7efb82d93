using System.Globalization;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Leads.Application.Imports;

namespace IswitchRoofs.Host.Areas.Leads;

/// <summary>The rows of an import that cannot come in, as they were, with their reasons.</summary>
internal static class ImportCsv
{
    public static async Task WriteAsync(HttpResponse response, ImportRowExport export, CancellationToken ct)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"invalid-rows.csv\"";
        response.Headers.CacheControl = "no-store";
        await using var csv = new Csv(response.Body);
        await csv.WriteAsync(["row", "reason", .. export.Headers]);
        await foreach (var row in export.Rows.WithCancellation(ct))
            await csv.WriteAsync([row.RowNo.ToString(CultureInfo.InvariantCulture), ReasonOf(row), .. export.Headers.Select(h => row.Values.GetValueOrDefault(h))]);
    }

    public static string ReasonOf(ImportRow row) =>
        string.Join(" ", row.Problems.Select(p => p.Field.Length == 0 ? p.Message : $"{p.Field.Replace('_', ' ')} {p.Message}"));
}
