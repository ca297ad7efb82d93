using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Domain.Interactions;

public static class InteractionErrors
{
    public static Error NotFound(InteractionId id) => Error.NotFound("interactions.not_found", $"There is no interaction {id}.");

    public static Error NotInTrash(InteractionId id) => Error.Conflict("interactions.not_deleted", $"Interaction {id} is not in the trash.");

    public static Error AboutNobody() =>
        Error.Invalid("interactions.about_nobody", "customer_id", "An interaction is with a customer or a lead: send customer_id or lead_id.");

    public static Error InTheFuture() =>
        Error.Invalid("interactions.in_the_future", "occurred_at", "must not be in the future: an interaction has happened.");

    public static Error CustomerUnknown() =>
        Error.Invalid("interactions.customer_unknown", "customer_id", "names no customer that you may see.");

    public static Error NoFollowUp() => Error.Conflict("interactions.no_follow_up", "The interaction asks for no follow-up.");

    public static Error FollowUpDone() => Error.Conflict("interactions.follow_up_done", "The follow-up was completed already.");
}
