using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Identity.Infrastructure.Tokens;

/// <summary>Loads the signing key with the host, so that the first sign-in does not wait for it.</summary>
internal sealed class SigningKeyLoading(SigningKeys keys, ILogger<SigningKeyLoading> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await keys.EnsureLoadedAsync(cancellationToken);
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or TimeoutException)
        {
            logger.LogWarning("The signing key will be read with the first request that needs it: {Message}", e.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
