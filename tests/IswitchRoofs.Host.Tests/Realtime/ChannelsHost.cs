using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using IswitchRoofs.Host.Realtime;
using IswitchRoofs.Host.Realtime.Channels;
using IswitchRoofs.Shared.Application.Realtime;
using IswitchRoofs.Shared.Infrastructure.Realtime;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace IswitchRoofs.Host.Tests.Realtime;

/// <summary>A real web server with nothing in it but the realtime parts. A bearer token is "user-id" or "user-id/session-id".</summary>
internal sealed class ChannelsHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ChannelsHost(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.Single());
        Http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public ChannelsOptions Options => _app.Services.GetRequiredService<IOptions<ChannelsOptions>>().Value;

    public ChannelsServer Server => _app.Services.GetRequiredService<ChannelsServer>();

    public IRealtime Realtime => _app.Services.GetRequiredService<IRealtime>();

    public IRealtimeRevocation Revocation => _app.Services.GetRequiredService<IRealtimeRevocation>();

    public IMeterFactory Meters => _app.Services.GetRequiredService<IMeterFactory>();

    public static async Task<ChannelsHost> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, string? redis = null, IChannelAudience? audience = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, TestAuthentication>("Test", null);
        builder.Services.AddAuthorization();
        builder.Services.AddAntiforgery();
        if (redis is not null) builder.Services.AddSingleton<IConnectionMultiplexer>(_ => Connect(redis));
        if (audience is not null) builder.Services.AddSingleton(audience);
        builder.Services.AddRealtime(builder.Configuration);

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapChannelsServer();
        app.MapRealtimeApi();
        await app.StartAsync();
        return new ChannelsHost(app);
    }

    public Uri Socket(string? key = null, string query = "?protocol=7&client=test") =>
        new UriBuilder(Address) { Scheme = "ws", Path = $"/app/{key ?? Options.Key}", Query = query }.Uri;

    public Task<ChannelsSocket> ConnectAsync() => ChannelsSocket.OpenAsync(Socket());

    /// <summary>Connects and subscribes with signatures made by the secret, for tests that are not about authorisation.</summary>
    public async Task<ChannelsSocket> ListenAsync(params string[] channels)
    {
        var socket = await ConnectAsync();
        foreach (var channel in channels) await socket.SubscribeAsync(channel, Sign(socket, channel));
        return socket;
    }

    public string Sign(ChannelsSocket socket, string channel) =>
        ChannelsSignature.OfChannel(Options.Key, Options.Secret, socket.SocketId, channel);

    public async Task<HttpResponseMessage> AuthorizeAsync(string? token, string socketId, string channel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/realtime/auth");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new FormUrlEncodedContent([new("socket_id", socketId), new("channel_name", channel)]);
        return await Http.SendAsync(request);
    }

    public ValueTask PublishAsync(string channel, string name, params (string Key, object? Value)[] payload) =>
        Realtime.PublishAsync(new RealtimeMessage([channel], name, payload.ToDictionary(p => p.Key, p => p.Value)), CancellationToken.None);

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    public static async Task Eventually(Func<bool> condition, string what)
    {
        for (var waited = Stopwatch.StartNew(); !condition();)
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), what);
            await Task.Delay(10);
        }
    }

    // As the cache connects: give up at once rather than wait for a Redis that is away.
    private static ConnectionMultiplexer Connect(string redis)
    {
        var settings = ConfigurationOptions.Parse(redis);
        settings.AbortOnConnectFail = false;
        settings.ConnectTimeout = settings.SyncTimeout = settings.AsyncTimeout = 200;
        settings.BacklogPolicy = BacklogPolicy.FailFast;
        return ConnectionMultiplexer.Connect(settings);
    }

    private sealed class TestAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var token = Request.Headers.Authorization is [{ } header] ? header.Replace("Bearer ", "", StringComparison.Ordinal) : Request.Cookies["user"];
            if (token is null) return Task.FromResult(AuthenticateResult.NoResult());

            string[] claims = ["sub", "sid"];
            var identity = new ClaimsIdentity(claims.Zip(token.Split('/'), (type, value) => new Claim(type, value)), "Test");
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
