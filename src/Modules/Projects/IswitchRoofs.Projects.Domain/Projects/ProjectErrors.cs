using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Domain.Projects;

public static class ProjectErrors
{
    private static readonly string[] Needed = ["is needed."];
    private static readonly string[] NotYours = ["may not be changed by your role."];
    private static readonly Dictionary<string, string[]> MissingDates = new() { ["start_date"] = Needed, ["end_date"] = Needed };

    public static Error NotFound(ProjectId id) => Error.NotFound("projects.not_found", $"There is no project {id}.");

    public static Error NotInTrash(ProjectId id) => Error.Conflict("projects.not_deleted", $"Project {id} is not in the trash.");

    public static Error MoveNotAllowed(ProjectStatus from, ProjectStatus to, IReadOnlyList<ProjectStatus> allowed)
    {
        var names = allowed.Select(WireName.Of).ToArray();
        return Error.Conflict("projects.move_not_allowed", names.Length == 0
            ? $"A project in {WireName.Of(from)} moves no more."
            : $"A project in {WireName.Of(from)} cannot move to {WireName.Of(to)}, only to {string.Join(", ", names)}.") with
        {
            Extensions = new Dictionary<string, object?> { ["status"] = WireName.Of(from), ["allowed_moves"] = names },
        };
    }

    public static Error DatesNeeded(ProjectStatus status) =>
        Error.Conflict("projects.dates_needed", $"A project in {WireName.Of(status)} needs a start_date and an end_date.") with { Fields = MissingDates };

    public static Error ReasonNeeded() =>
        Error.Invalid("projects.reason_needed", "reason", "is required: why is the project cancelled?");

    public static Error CompleteAlready() =>
        Error.Invalid("projects.completed", "completion_percentage", "is 100 for a project that is completed.");

    public static Error CustomerUnknown(Guid id) =>
        Error.Invalid("projects.customer_unknown", "customer_id", $"There is no customer {id}.");

    public static Error CustomerFixed() =>
        Error.Invalid("projects.customer_fixed", "customer_id", "cannot be changed: a project stays with its customer.");

    public static Error CustomerInTrash() =>
        Error.Conflict("projects.customer_deleted", "The project's customer is in the trash: restore the customer first.");

    public static Error FieldsNotYours(IReadOnlyList<string> fields) =>
        Error.Forbidden("projects.fields_not_yours", $"Your role may change completion_percentage and notes, but not {string.Join(", ", fields)}.") with
        {
            Fields = fields.ToDictionary(f => f, _ => NotYours),
        };
}
