using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.SavedViews;

public sealed record GetSavedView(Guid Id);

public sealed class GetSavedViewHandler(ViewDesk desk) : IUseCase
{
    public async Task<Result<SavedViewDetails>> HandleAsync(GetSavedView query, CancellationToken ct)
    {
        var found = await desk.FindAsync(query.Id, ct);
        return found.IsFailure ? found.Error : desk.Show(found.Value);
    }
}
