using System.Globalization;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Leads.Application.Leads;

namespace IswitchRoofs.Host.Areas.Leads;

/// <summary>Leads as a CSV file, sent while they are read.</summary>
internal static class LeadCsv
{
    public static async Task WriteAsync(HttpResponse response, IAsyncEnumerable<LeadRow> leads, Colleagues people, DateOnly today, CancellationToken ct)
    {
        await people.LoadAsync(ct);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"leads-{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv\"";
        response.Headers.CacheControl = "no-store";
        await using var csv = new Csv(response.Body);
        await csv.WriteAsync(
            "id", "first_name", "last_name", "phone", "email", "address", "city", "zip_code", "source", "status", "score", "temperature", "priority", "project_type",
            "estimated_value", "assigned_to", "assigned_to_name", "next_follow_up_on", "last_contact_at", "first_response_at", "customer_id", "created_at", "updated_at");
        await foreach (var lead in leads.WithCancellation(ct))
        {
            await csv.WriteAsync(
                lead.Id.ToString(), lead.FirstName, lead.LastName, lead.Phone, lead.Email, lead.Address, lead.City, lead.ZipCode, lead.Source, lead.Status,
                lead.Score.ToString(CultureInfo.InvariantCulture), lead.Temperature, lead.Priority, lead.ProjectType, lead.EstimatedValue?.ToString(CultureInfo.InvariantCulture),
                lead.AssignedTo?.ToString(), people.NameOf(lead.AssignedTo), lead.NextFollowUpOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                At(lead.LastContactAt), At(lead.FirstResponseAt), lead.CustomerId?.ToString(), At(lead.CreatedAt), At(lead.UpdatedAt));
        }
    }

    private static string? At(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
