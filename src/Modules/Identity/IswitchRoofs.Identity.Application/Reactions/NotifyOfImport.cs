using IswitchRoofs.Identity.Application.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Reactions;

/// <summary>Who started an import hears once how it ended.</summary>
public sealed class NotifyOfImport(Notifier notifier, IReadRepository<User> users) : IReaction
{
    public async Task<Result> HandleAsync(LeadImportFinished e, CancellationToken ct)
    {
        var (title, detail) = e.Outcome switch
        {
            "undone" => ($"Import of {e.FileName} undone", $"{Wording.Of(e.Undone)} leads taken back, {Wording.Of(e.Kept)} left alone."),
            "failed" => ($"Import of {e.FileName} failed", $"{Wording.Of(e.Created)} leads had come in before."),
            _ => ($"Import of {e.FileName} done", $"{Wording.Of(e.Created)} new leads, {Wording.Of(e.Updated)} updated, {Wording.Of(e.Duplicate)} duplicates, {Wording.Of(e.Invalid)} invalid rows."),
        };
        var news = new News("alert", "lead_import", e.ImportId, e.OccurredAt, new Dictionary<string, string?> { ["title"] = title, ["detail"] = detail }) { Priority = e.Outcome == "failed" ? "high" : "normal" };
        await notifier.TellAsync(await users.ActiveAsync([e.AskedBy], ct), news, ct);
        return Result.Success();
    }
}
