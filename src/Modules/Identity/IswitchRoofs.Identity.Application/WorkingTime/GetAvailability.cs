using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.WorkingTime;

public sealed record GetAvailability(Guid UserId);

public sealed class GetAvailabilityHandler(WorkingTimeDesk desk) : IUseCase
{
    public async Task<Result<AvailabilityDetails>> HandleAsync(GetAvailability request, CancellationToken ct)
    {
        var user = await desk.ReadAsync(request.UserId, ct);
        return user.IsFailure ? user.Error : await desk.DescribeAsync(user.Value, ct);
    }

    /// <summary>For pages, which show no form that will be refused.</summary>
    public Task<bool> MayChangeAsync(Guid userId, CancellationToken ct) => desk.MayChangeAsync(userId, ct);
}
