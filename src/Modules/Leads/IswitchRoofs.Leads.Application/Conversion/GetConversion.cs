using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Conversion;

/// <summary>How the latest try to make a lead a customer stands, for its page.</summary>
public sealed record GetConversion(Guid LeadId);

/// <param name="Refusal">Why it came to nothing; null when it did not.</param>
/// <param name="ProjectId">The project that was asked for.</param>
public sealed record ConversionState(bool IsWaiting, string? Refusal, Guid? ProjectId)
{
    /// <summary>Nobody tried.</summary>
    public static ConversionState None { get; } = new(false, null, null);
}

public sealed class GetConversionHandler(IReadRepository<LeadConversion> conversions) : IUseCase
{
    public async Task<Result<ConversionState>> HandleAsync(GetConversion request, CancellationToken ct) =>
        await conversions.FirstOrDefaultAsync(new LatestConversionOf(new LeadId(request.LeadId)), ct) is { } latest
            ? new ConversionState(latest.SettledAt is null, latest.Refusal, latest.ProjectId)
            : ConversionState.None;
}
