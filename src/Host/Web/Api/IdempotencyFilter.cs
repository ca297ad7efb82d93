using System.Security.Cryptography;
using System.Text;
using IswitchRoofs.Host.Web.Errors;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Idempotency;

namespace IswitchRoofs.Host.Web.Api;

/// <summary>
/// <c>Idempotency-Key</c> on POST: the first outcome is stored in the transaction of the change and answered again to
/// a repeat.
/// </summary>
internal static class IdempotencyFilter
{
    private const string Header = "Idempotency-Key";
    private static readonly string[] KeptHeaders = ["Content-Type", "Location", "ETag"];

    /// <param name="schema">The module whose transaction carries the key.</param>
    public static TBuilder WithIdempotency<TBuilder>(this TBuilder builder, string schema) where TBuilder : IEndpointConventionBuilder
    {
        builder.AddEndpointFilter((invocation, next) =>
            HttpMethods.IsPost(invocation.HttpContext.Request.Method) && invocation.HttpContext.Request.Headers.ContainsKey(Header)
                ? RunAsync(schema, invocation, next)
                : next(invocation));
        return builder;
    }

    /// <summary>Keeps the body readable a second time, for its hash. Comes before the endpoints.</summary>
    public static void UseIdempotencyBuffering(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.Request.Headers.ContainsKey(Header)) http.Request.EnableBuffering();
        return next(http);
    });

    private static async ValueTask<object?> RunAsync(string schema, EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        var key = http.Request.Headers[Header].ToString();
        if (key.Length is 0 or > 255 || key.Any(c => c is < '!' or > '~'))
            return Refuse(http, 400, "idempotency.malformed_key", "Idempotency-Key must be 1 to 255 visible ASCII characters.");

        var user = http.RequestServices.GetRequiredService<ICurrentUser>();
        var caller = user.Id?.ToString() ?? "anonymous";
        var hash = await HashAsync(http);
        var transactions = http.RequestServices.GetRequiredKeyedService<IIdempotentTransactions>(schema);
        var committed = false;
        try
        {
            var found = await transactions.BeginAsync(caller, key, http.RequestAborted);
            if (found.IsRunning)
            {
                http.Response.Headers.RetryAfter = "1";
                return Refuse(http, 409, "idempotency.in_progress", "The first request with this Idempotency-Key is still running.");
            }

            if (found.Answer is { } first)
            {
                if (found.RequestHash != hash) return Refuse(http, 422, "idempotency.key_reused", "This Idempotency-Key was used with another request.");
                http.Response.Headers["Idempotency-Replayed"] = "true";
                return new Replay(first);
            }

            var answer = await CaptureAsync(http, invocation, next);
            if (answer.Status < 500)
            {
                await transactions.CommitAsync(caller, key, hash, answer, http.RequestAborted);
                committed = true;
            }

            return new Replay(answer);
        }
        finally
        {
            if (!committed) await transactions.RollbackAsync();
        }
    }

    private static async Task<StoredAnswer> CaptureAsync(HttpContext http, EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var real = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            if (await next(invocation) is IResult result) await result.ExecuteAsync(http);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Response.Body = real;
        }

        var headers = KeptHeaders.Where(http.Response.Headers.ContainsKey).ToDictionary(h => h, h => http.Response.Headers[h].ToString());
        return new StoredAnswer(http.Response.StatusCode, buffer.ToArray(), headers);
    }

    private static async Task<string> HashAsync(HttpContext http)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}\n"));
        http.Request.Body.Position = 0;
        var buffer = new byte[8192];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0) sha.AppendData(buffer, 0, read);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private static ProblemAnswer Refuse(HttpContext http, int status, string code, string detail) => new(Problems.Describe(http, status, code, detail));

    private sealed class ProblemAnswer(Microsoft.AspNetCore.Mvc.ProblemDetails problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Problems.WriteAsync(httpContext, problem);
    }

    private sealed class Replay(StoredAnswer answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = answer.Status;
            foreach (var (name, value) in answer.Headers) httpContext.Response.Headers[name] = value;
            httpContext.Response.ContentLength = answer.Body.Length;
            if (answer.Body.Length > 0) await httpContext.Response.Body.WriteAsync(answer.Body, httpContext.RequestAborted);
        }
    }
}
