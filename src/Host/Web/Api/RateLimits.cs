using IswitchRoofs.Host.Web.Errors;
using System.Globalization;
using System.Threading.RateLimiting;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Web.Api;

/// <summary>Per caller and kind of work, a token bucket (api.md): generous for people, a brake for runaway scripts.</summary>
internal sealed class RateLimits : IDisposable
{
    private readonly (string Name, int PerMinute, PartitionedRateLimiter<string> Limiter)?[] _limiters;

    public RateLimits(IConfiguration configuration)
    {
        var section = configuration.GetSection("RateLimits");
        _limiters =
        [
            Bucket("reads", section.GetValue("ReadsPerMinute", 600)),
            Bucket("writes", section.GetValue("WritesPerMinute", 120)),
            Bucket("searches", section.GetValue("SearchesPerMinute", 60)),
            Bucket("forms", section.GetValue("FormsPerMinute", 10)),
        ];
    }

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (Choose(http.Request) is not { } bucket)
        {
            await next(http);
            return;
        }

        var user = http.RequestServices.GetRequiredService<ICurrentUser>();
        var caller = user.Id?.ToString() ?? $"ip:{http.Connection.RemoteIpAddress}";
        using var lease = bucket.Limiter.AttemptAcquire(caller);
        var left = bucket.Limiter.GetStatistics(caller)?.CurrentAvailablePermits ?? 0;
        var headers = http.Response.Headers;
        headers["RateLimit-Limit"] = bucket.PerMinute.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = left.ToString(CultureInfo.InvariantCulture);

        // Seconds until the bucket is full again.
        headers["RateLimit-Reset"] = Math.Ceiling((bucket.PerMinute - left) * 60.0 / bucket.PerMinute).ToString(CultureInfo.InvariantCulture);
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }

        headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(60.0 / bucket.PerMinute)).ToString(CultureInfo.InvariantCulture);
        await Problems.WriteAsync(http, Problems.Describe(http, 429, "rate_limited", $"More than {bucket.PerMinute} {bucket.Name} a minute. Slow down and try again."));
    }

    /// <summary>Whether a stranger's address may send another public form now.</summary>
    public bool AdmitsForm(HttpContext http)
    {
        if (_limiters[3] is not { } forms) return true;
        using var lease = forms.Limiter.AttemptAcquire($"ip:{http.Connection.RemoteIpAddress}");
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        foreach (var bucket in _limiters) bucket?.Limiter.Dispose();
    }

    private (string Name, int PerMinute, PartitionedRateLimiter<string> Limiter)? Choose(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return _limiters[1];
        var isSearch = request.Query.ContainsKey("q") || request.Path.Value!.EndsWith(".csv", StringComparison.Ordinal);
        return isSearch ? _limiters[2] : _limiters[0];
    }

    private static (string, int, PartitionedRateLimiter<string>)? Bucket(string name, int perMinute)
    {
        if (perMinute <= 0) return null;
        var perSecond = Math.Max(1, perMinute / 60);
        return (name, perMinute, PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(60.0 * perSecond / perMinute),
            AutoReplenishment = true,
            QueueLimit = 0,
        })));
    }
}
