using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.SavedViews;

/// <summary>To the trash, from which it can be taken for 30 days.</summary>
public sealed record DeleteSavedView(Guid Id, uint? IfVersion = null);

public sealed class DeleteSavedViewHandler(ViewDesk desk, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(DeleteSavedView command, CancellationToken ct)
    {
        var found = await desk.FindToChangeAsync(command.Id, command.IfVersion, ct);
        if (found.IsFailure) return found.Error;
        found.Value.Delete(clock.GetUtcNow());
        var saved = await desk.SaveAsync(found.Value, ct);
        return saved.IsFailure ? saved.Error : Result.Success();
    }
}
