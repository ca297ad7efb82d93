using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Domain.Leads;

public static class LeadErrors
{
    public static Error NotFound(LeadId id) => Error.NotFound("leads.not_found", $"There is no lead {id.Value}.");

    public static Error AlreadyConverted(LeadId id) =>
        Error.Conflict("leads.already_converted", $"Lead {id.Value} already became a customer and changes no more.");

    public static Error NotOpen(LeadStatus status) =>
        Error.Conflict("leads.not_open", $"The lead is {WireName.Of(status)}. Reopen it before it becomes a customer.");

    public static Error ConversionRefused(string reason) => Error.Conflict("leads.conversion_refused", reason);

    public static Error ConversionRuns() =>
        Error.Conflict("leads.conversion_running", "The customer is still being set up. Ask again in a moment: the outcome will be the same.");

    public static Error CustomerNeedsEmail() => Error.Invalid("leads.email_required", "email", "is required: a customer needs an e-mail address.");

    public static Error MoveNotAllowed(LeadStatus from, LeadStatus to, IEnumerable<LeadStatus> allowed)
    {
        var names = allowed.Select(s => WireName.Of(s)).ToArray();
        return Error.Conflict("leads.move_not_allowed", $"A lead cannot move from {WireName.Of(from)} to {WireName.Of(to)}. Allowed: {string.Join(", ", names)}.") with
        {
            Extensions = new Dictionary<string, object?> { ["allowed"] = names },
        };
    }

    public static Error MovedSince(LeadStatus status) =>
        Error.Conflict("leads.moved_since", $"The lead was moved in the meantime: it is {WireName.Of(status)} now.");

    public static Error NothingToTakeBack() =>
        Error.Conflict("leads.nothing_to_take_back", "Only your own last move of a lead can be taken back, within ten minutes.");

    public static Error LostNeedsReason() => Error.Invalid("leads.lost_reason_required", "lost_reason", "is required when a lead is lost.");

    public static Error AlreadyAssigned(string name) =>
        Error.Conflict("leads.already_assigned", $"The lead is assigned to {name}. Send force=true to hand it to somebody else.");

    public static Error NobodyFree() =>
        Error.Conflict("leads.nobody_free", "No active, available salesperson can take the lead right now.");

    public static Error NotYours() =>
        Error.Forbidden("leads.not_yours", "Your role deletes only leads that are assigned to you.");

    public static Error AssigneeUnknown() =>
        Error.Invalid("leads.assignee_unknown", "assigned_to", "is no active salesperson, manager or admin.");

    public static Error HandsOverOwnOnly() =>
        Error.Forbidden("leads.not_yours", "Your role hands over in bulk only leads that are assigned to you.");

    public static Error UnchangedByBulk() => Error.Conflict("leads.unchanged", "It is so already.");

    public static Error ChangedSince() => Error.Conflict("leads.changed_since", "Somebody changed it in the meantime.");

    public static Error TooManyTags() => Error.Conflict("leads.too_many_tags", "A lead holds at most 20 tags.");

    public static Error BulkTooMany(int limit) =>
        Error.Conflict("leads.bulk_too_many", $"More than {limit} leads match. Narrow the filter: nothing was changed.");

    public static Error BulkUnknown(Guid id) => Error.NotFound("leads.bulk_not_found", $"There is no bulk change {id} of yours.");

    public static Error BulkUndone() => Error.Conflict("leads.bulk_undone", "It was taken back already.");

    public static Error BulkTooOld() => Error.Conflict("leads.bulk_too_old", "A bulk change is taken back within a day.");
}
