using System.Text.Json.Serialization;
using IswitchRoofs.Host.Realtime.Channels;
using IswitchRoofs.Shared.Infrastructure.Realtime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace IswitchRoofs.Host.Realtime;

/// <summary>Where Channels clients learn how to connect and get their subscriptions signed.</summary>
internal static class RealtimeEndpoints
{
    public static RouteGroupBuilder MapRealtimeApi(this IEndpointRouteBuilder endpoints)
    {
        var realtime = endpoints.MapGroup("/api/realtime").WithTags("Realtime").RequireAuthorization();
        realtime.MapGet("/config", GetRealtimeConfig).WithName(nameof(GetRealtimeConfig)).WithSummary("How to connect for live updates");
        realtime.MapPost("/auth", AuthorizeChannel)
            .WithName(nameof(AuthorizeChannel)).WithSummary("Signs a subscription to a private channel")
            .Accepts<ChannelAuthorizationForm>("application/x-www-form-urlencoded")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden);
        return realtime;
    }

    private static Ok<RealtimeConfig> GetRealtimeConfig(HttpRequest request, IOptions<ChannelsOptions> options)
    {
        var settings = options.Value;
        if (settings.Mode == ChannelsMode.Pusher)
            return TypedResults.Ok(new RealtimeConfig(settings.Key, settings.Host, settings.Port, settings.Cluster, settings.UseTls ?? true));

        var tls = settings.UseTls ?? request.IsHttps;
        return TypedResults.Ok(new RealtimeConfig(
            settings.Key,
            settings.Host ?? request.Host.Host,
            settings.Port ?? request.Host.Port ?? (tls ? 443 : 80),
            settings.Cluster is "" ? "embedded" : settings.Cluster,
            tls));
    }

    private static async Task<Results<Ok<ChannelAuthorization>, ProblemHttpResult>> AuthorizeChannel(
        HttpContext context, IChannelAccess access, IOptions<ChannelsOptions> options, TimeProvider clock, CancellationToken ct)
    {
        if (!await IsOwnRequestAsync(context))
            return Problem(StatusCodes.Status400BadRequest, "realtime.antiforgery", "The antiforgery token is missing or wrong.");
        if (!context.Request.HasFormContentType)
            return Problem(StatusCodes.Status415UnsupportedMediaType, "realtime.form_expected", "Send socket_id and channel_name as a form.");

        var (socketId, channel) = await ReadFormAsync(context.Request, ct);
        if (!ChannelsLimits.IsSocketId(socketId) || !ChannelsLimits.IsChannelName(channel))
            return Problem(StatusCodes.Status400BadRequest, "realtime.invalid_request", "socket_id or channel_name is missing or malformed.");

        if (context.User.UserId() is not { } userId || !await access.MaySubscribeAsync(context.User, channel!, ct))
            return Problem(StatusCodes.Status403Forbidden, "realtime.channel_forbidden", "You may not listen to this channel.");

        var settings = options.Value;
        // Only our own server reads whom a private channel was authorised for; Pusher's would not expect it.
        var channelData = settings.Mode == ChannelsMode.Embedded
            ? new Subscriber(userId, context.User.SessionId(), clock.GetUtcNow().ToUnixTimeMilliseconds()).ToChannelData()
            : null;
        return TypedResults.Ok(new ChannelAuthorization(
            ChannelsSignature.OfChannel(settings.Key, settings.Secret, socketId!, channel!, channelData), channelData));
    }

    /// <summary>A cookie travels by itself, a bearer token does not: without the latter the page must prove itself.</summary>
    private static async Task<bool> IsOwnRequestAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization.Count > 0) return true;
        return context.RequestServices.GetService<IAntiforgery>() is { } antiforgery && await antiforgery.IsRequestValidAsync(context);
    }

    private static async Task<(string? SocketId, string? Channel)> ReadFormAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            var form = await request.ReadFormAsync(ct);
            return (Single(form, "socket_id"), Single(form, "channel_name"));
        }
        catch (InvalidDataException)
        {
            return (null, null);
        }
    }

    private static string? Single(IFormCollection form, string name) => form[name] is { Count: 1 } values ? values[0] : null;

    private static ProblemHttpResult Problem(int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });

    private sealed record RealtimeConfig(
        [property: JsonPropertyName("key")] string Key,
        [property: JsonPropertyName("host")] string? Host,
        [property: JsonPropertyName("port")] int? Port,
        [property: JsonPropertyName("cluster")] string Cluster,
        [property: JsonPropertyName("use_tls")] bool UseTls);

    private sealed record ChannelAuthorizationForm(
        [property: JsonPropertyName("socket_id")] string SocketId,
        [property: JsonPropertyName("channel_name")] string ChannelName);

    private sealed record ChannelAuthorization(
        [property: JsonPropertyName("auth")] string Auth,
        [property: JsonPropertyName("channel_data"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ChannelData);
}
