using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.SavedViews;

/// <summary>Repeating it changes nothing.</summary>
public sealed record RestoreSavedView(Guid Id, uint? IfVersion = null);

public sealed class RestoreSavedViewHandler(ViewDesk desk) : IUseCase
{
    public async Task<Result<SavedViewDetails>> HandleAsync(RestoreSavedView command, CancellationToken ct)
    {
        var found = await desk.FindToChangeAsync(command.Id, command.IfVersion, ct, withTrash: true);
        if (found.IsFailure) return found.Error;
        var restored = found.Value.Restore(await desk.CountAsync(found.Value.OwnerId, found.Value.List, ct));
        return restored.IsFailure ? restored.Error : await desk.SaveAsync(found.Value, ct);
    }
}
