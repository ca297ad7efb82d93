using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace IswitchRoofs.Shared.Infrastructure.Realtime;

/// <summary>The HTTP API of Pusher Channels: publishes events, one call each. See ADR 0003 for why it is our own.</summary>
public sealed class ChannelsClient(HttpClient http, IOptions<ChannelsOptions> options, TimeProvider clock)
{
    private readonly ChannelsOptions _options = options.Value;

    public Task TriggerAsync(ChannelsEvent e, CancellationToken ct)
    {
        if (e.Refusal() is { } refusal) throw new ChannelsRefusedException(refusal);
        return PostAsync("events", json =>
        {
            json.WriteString("name", e.Name);
            json.WriteString("data", e.Data);
            json.WriteStartArray("channels");
            foreach (var channel in e.Channels) json.WriteStringValue(channel);
            json.WriteEndArray();
            if (e.ExceptSocketId is { } socketId) json.WriteString("socket_id", socketId);
        }, ct);
    }

    /// <summary>Publishes up to ten (event, channel) pairs in one request, in this order.</summary>
    public Task TriggerBatchAsync(IReadOnlyList<ChannelsEvent> events, CancellationToken ct)
    {
        if (events.Sum(e => e.Channels.Count) > ChannelsLimits.MaxEventsPerBatch)
            throw new ChannelsRefusedException($"A batch holds at most {ChannelsLimits.MaxEventsPerBatch} events.");
        if (events.Select(e => e.Refusal()).FirstOrDefault(r => r is not null) is { } refusal)
            throw new ChannelsRefusedException(refusal);

        return PostAsync("batch_events", json =>
        {
            json.WriteStartArray("batch");
            foreach (var e in events)
                foreach (var channel in e.Channels)
                {
                    json.WriteStartObject();
                    json.WriteString("name", e.Name);
                    json.WriteString("channel", channel);
                    json.WriteString("data", e.Data);
                    if (e.ExceptSocketId is { } socketId) json.WriteString("socket_id", socketId);
                    json.WriteEndObject();
                }

            json.WriteEndArray();
        }, ct);
    }

    private Uri BaseAddress()
    {
        var scheme = _options.UseTls ?? true ? "https" : "http";
        var host = string.IsNullOrEmpty(_options.Host) ? $"api-{_options.Cluster}.pusher.com" : _options.Host;
        return _options.Port is { } port ? new Uri($"{scheme}://{host}:{port}") : new Uri($"{scheme}://{host}");
    }

    private async Task PostAsync(string operation, Action<Utf8JsonWriter> write, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        var body = buffer.ToArray();
        var path = $"/apps/{_options.AppId}/{operation}";
        var query = ChannelsSignature.SignedQuery(_options.Key, _options.Secret, "POST", path, body, clock.GetUtcNow());
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var response = await http.PostAsync(new Uri(BaseAddress(), $"{path}?{query}"), content, ct);
        if (response.IsSuccessStatusCode) return;

        var message = $"The Channels server answered {(int)response.StatusCode}.";
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)response.StatusCode >= 500)
            throw new HttpRequestException(message, null, response.StatusCode);
        throw new ChannelsRefusedException(message);
    }
}
