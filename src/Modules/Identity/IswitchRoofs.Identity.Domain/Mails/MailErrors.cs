using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Domain.Mails;

public static class MailErrors
{
    public static Error NotFound(MailId id) => Error.NotFound("mails.not_found", $"There is no mail {id}.");

    public static Error NotFailed() => Error.Conflict("mails.not_failed", "This mail has not failed: it was sent, or is still being tried.");
}
