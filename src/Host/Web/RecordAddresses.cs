namespace IswitchRoofs.Host.Web;

/// <summary>Where a record is shown, by the name that the audit trail gives its kind.</summary>
internal static class RecordAddresses
{
    public static string? Of(string entityType, Guid id) => entityType switch
    {
        "lead" => $"/Leads/Details/{id}",
        "partner" => $"/Leads/Partners/Details/{id}",
        "lead_import" => $"/Leads/Imports/Details/{id}",
        "web_form" => $"/Settings/WebForms/Edit/{id}",
        "customer" => $"/Customers/Details/{id}",
        "interaction" => $"/Interactions/Edit/{id}",
        "project" => $"/Projects/Details/{id}",
        "appointment" => $"/Scheduling/Details/{id}",
        "user" => $"/Settings/Users/{id}",
        "team" => $"/Teams/{id}",
        "integration" => $"/Settings/Integrations/{id}",
        "company_settings" or "company_logo" => "/Settings/Company",
        "response_rules" => "/Settings/ResponseTargets",
        "stale_rules" => "/Settings/StaleLimits",
        _ => null,
    };
}
