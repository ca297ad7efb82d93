using System.Globalization;
using System.Text.Json;
using IswitchRoofs.Shared.Infrastructure.Realtime;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace IswitchRoofs.Host.Realtime.Channels;

/// <summary>
/// The doors of the embedded server, at the addresses Pusher documents: the socket for browsers, and the signed HTTP
/// API for whoever holds the secret. Both authorise by themselves, hence anonymous to ASP.NET Core.
/// </summary>
internal static class ChannelsEndpoints
{
    // Ten events of 10 kB each, escaped as JSON within JSON.
    private const int MaxBodyBytes = 1024 * 1024;

    private static readonly string[] SocketMethods = ["GET", "CONNECT"];

    public static void MapChannelsServer(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<ChannelsOptions>>().Value.Mode != ChannelsMode.Embedded) return;

        // A pipeline of its own, so that no other request pays for the WebSocket middleware.
        var socket = endpoints.CreateApplicationBuilder();
        // The protocol pings by itself.
        socket.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        socket.Run(ServeSocketAsync);
        endpoints.MapMethods("/app/{key}", SocketMethods, socket.Build())
            .WithDisplayName("Channels socket").AllowAnonymous().ExcludeFromDescription();

        var api = endpoints.MapGroup("/apps/{appId}").AllowAnonymous().ExcludeFromDescription().AddEndpointFilter<SignedRequestFilter>();
        api.MapPost("/events", PublishAsync);
        api.MapPost("/batch_events", PublishBatchAsync);
        api.MapGet("/channels", ListChannels);
        api.MapGet("/channels/{channel}", ShowChannel);
    }

    private static async Task ServeSocketAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            await TypedResults.Problem(statusCode: StatusCodes.Status426UpgradeRequired, detail: "This address speaks WebSocket.").ExecuteAsync(context);
            return;
        }

        var server = context.RequestServices.GetRequiredService<ChannelsServer>();
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await server.ServeAsync(
            socket, (string)context.Request.RouteValues["key"]!, context.Request.Query["protocol"], context.RequestAborted);
    }

    private static async Task<IResult> PublishAsync(HttpContext context, EmbeddedRealtime realtime)
    {
        var (body, problem) = await ReadAsync(context);
        if (body is null) return problem!;
        using (body)
        {
            var e = Read(body.RootElement);
            if (Refuse(e) is { } refusal) return refusal;
            realtime.Publish(e);
            return Done();
        }
    }

    private static async Task<IResult> PublishBatchAsync(HttpContext context, EmbeddedRealtime realtime)
    {
        var (body, problem) = await ReadAsync(context);
        if (body is null) return problem!;
        using (body)
        {
            if (body.RootElement.ValueKind != JsonValueKind.Object
                || !body.RootElement.TryGetProperty("batch", out var batch)
                || batch.ValueKind != JsonValueKind.Array
                || batch.GetArrayLength() is 0 or > ChannelsLimits.MaxEventsPerBatch)
            {
                return Problem(StatusCodes.Status400BadRequest, "realtime.invalid_event", $"'batch' holds 1 to {ChannelsLimits.MaxEventsPerBatch} events.");
            }

            var events = batch.EnumerateArray().Select(Read).ToList();
            if (events.Select(Refuse).FirstOrDefault(r => r is not null) is { } refusal) return refusal;
            foreach (var e in events) realtime.Publish(e);
            return Done();
        }
    }

    private static IResult ListChannels(HttpRequest request, ChannelsServer server)
    {
        var counted = Asks(request, "subscription_count");
        var channels = server.Occupied(request.Query["filter_by_prefix"].ToString()).ToDictionary(
            c => c.Key, c => counted ? new Dictionary<string, int> { ["subscription_count"] = c.Value } : []);
        return Results.Json(new Dictionary<string, object> { ["channels"] = channels });
    }

    private static IResult ShowChannel(string channel, HttpRequest request, ChannelsServer server)
    {
        if (!ChannelsLimits.IsChannelName(channel)) return Problem(StatusCodes.Status400BadRequest, "realtime.invalid_channel", "Invalid channel name.");

        server.Occupied(channel).TryGetValue(channel, out var count);
        var answer = new Dictionary<string, object> { ["occupied"] = count > 0 };
        if (Asks(request, "subscription_count")) answer["subscription_count"] = count;
        return Results.Json(answer);
    }

    private static bool Asks(HttpRequest request, string info) => request.Query["info"].ToString().Split(',').Contains(info, StringComparer.Ordinal);

    private static IResult Done() => Results.Json(new Dictionary<string, object>());

    private static ProblemHttpResult? Refuse(ChannelsEvent e) => e.Refusal() switch
    {
        null => null,
        var refusal when e.IsTooLarge => Problem(StatusCodes.Status413PayloadTooLarge, "realtime.event_too_large", refusal),
        var refusal => Problem(StatusCodes.Status400BadRequest, "realtime.invalid_event", refusal),
    };

    /// <summary>What is missing or of the wrong type becomes empty, and thereby refused.</summary>
    private static ChannelsEvent Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return new ChannelsEvent([], "", "");

        List<string> channels = [];
        if (json.TryGetProperty("channels", out var many) && many.ValueKind == JsonValueKind.Array)
            channels.AddRange(many.EnumerateArray().Select(c => c.ValueKind == JsonValueKind.String ? c.GetString()! : ""));
        if (Text(json, "channel") is { } one) channels.Add(one);
        // A name that is none makes the event invalid without a second kind of error.
        var name = Text(json, "data") is null ? "" : Text(json, "name") ?? "";
        return new ChannelsEvent(channels, name, Text(json, "data") ?? "", Text(json, "socket_id"));
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static async Task<(JsonDocument? Body, IResult? Problem)> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            if (buffer.Length + read > MaxBodyBytes)
                return (null, Problem(StatusCodes.Status413PayloadTooLarge, "realtime.body_too_large", "The request body is too large."));
            buffer.Write(chunk, 0, read);
        }

        // The signature covers the query alone; the body is covered by its digest there.
        var body = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (!ChannelsSignature.Matches(ChannelsSignature.Md5(body.Span), request.Query["body_md5"]))
            return (null, Problem(StatusCodes.Status401Unauthorized, "realtime.invalid_signature", "body_md5 does not match the body."));

        try
        {
            return (JsonDocument.Parse(body.ToArray(), new JsonDocumentOptions { MaxDepth = 8 }), null);
        }
        catch (JsonException)
        {
            return (null, Problem(StatusCodes.Status400BadRequest, "realtime.invalid_event", "The body is not valid JSON."));
        }
    }

    private static ProblemHttpResult Problem(int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });

    private sealed class SignedRequestFilter(IOptions<ChannelsOptions> options, TimeProvider clock) : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var request = context.HttpContext.Request;
            if (!string.Equals((string?)request.RouteValues["appId"], options.Value.AppId, StringComparison.Ordinal))
                return Problem(StatusCodes.Status404NotFound, "realtime.unknown_app", "Unknown application.");
            return Refusal(request) is { } refusal
                ? Problem(StatusCodes.Status401Unauthorized, "realtime.invalid_signature", refusal)
                : await next(context);
        }

        private string? Refusal(HttpRequest request)
        {
            var query = request.Query;
            if (query.Any(p => p.Value.Count != 1)) return "A query parameter is given twice.";
            if (query["auth_version"] != "1.0") return "auth_version must be 1.0.";
            if (!ChannelsSignature.Matches(options.Value.Key, query["auth_key"])) return "Unknown auth_key.";
            if (!long.TryParse(query["auth_timestamp"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                || Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - (decimal)seconds) > (decimal)ChannelsSignature.Tolerance.TotalSeconds)
            {
                return $"auth_timestamp is more than {ChannelsSignature.Tolerance.TotalSeconds:0} s off.";
            }

            var expected = ChannelsSignature.OfRequest(
                options.Value.Secret, request.Method, request.PathBase.Add(request.Path).Value!,
                query.Select(p => KeyValuePair.Create(p.Key, p.Value.ToString())));
            return ChannelsSignature.Matches(expected, query["auth_signature"]) ? null : "Invalid signature.";
        }
    }
}
