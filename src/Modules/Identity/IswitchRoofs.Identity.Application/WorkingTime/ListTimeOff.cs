using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.WorkingTime;

/// <summary>What is not over yet, in order.</summary>
public sealed record ListTimeOff(Guid UserId);

public sealed class ListTimeOffHandler(WorkingTimeDesk desk) : IUseCase
{
    public async Task<Result<IReadOnlyList<TimeOffDetails>>> HandleAsync(ListTimeOff request, CancellationToken ct)
    {
        var user = await desk.ReadAsync(request.UserId, ct);
        if (user.IsFailure) return user.Error;
        return (await desk.TimeOffAsync(user.Value, ct)).Select(TimeOffDetails.Of).ToArray();
    }
}
