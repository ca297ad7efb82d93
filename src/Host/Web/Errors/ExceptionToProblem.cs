using System.Text.Json;
using System.Text.RegularExpressions;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace IswitchRoofs.Host.Web.Errors;

/// <summary>What reaches the end of an API request as an exception: broken input, broken infrastructure, or a bug.</summary>
internal sealed partial class ExceptionToProblem(ILogger<ExceptionToProblem> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path != httpContext.Request.Path.Value) return false; // A page: its error page answers.
        if (httpContext.RequestAborted.IsCancellationRequested) return true;
        switch (exception)
        {
            case BadHttpRequestException { InnerException: JsonException json } bad:
                await Problems.WriteAsync(httpContext, Problems.Describe(httpContext, FromJson(json, bad)));
                return true;
            case BadHttpRequestException bad:
                await Problems.WriteAsync(httpContext, FromBadRequest(httpContext, bad));
                return true;
            case ConcurrentChangeException:
                httpContext.Response.Headers.RetryAfter = "1";
                await Problems.WriteAsync(httpContext, Problems.Describe(httpContext, 409, "concurrent_change", "Somebody else changed it at the same moment. Read it again and repeat your change."));
                return true;
            case ConstraintViolatedException constraint:
                logger.LogError(exception, "Constraint {Constraint} caught what no rule had checked", constraint.Constraint);
                await Problems.WriteAsync(httpContext, Problems.Describe(httpContext, 409, "constraint_violated", "The change contradicts what is stored."));
                return true;
            case var _ when DatabaseFaults.IsDatabaseAway(exception):
                logger.LogWarning("The database is away: {Reason}", exception.GetBaseException().Message);
                httpContext.Response.Headers.RetryAfter = "2";
                await Problems.WriteAsync(httpContext, Problems.Describe(httpContext, 503, "database_unavailable", "The database does not answer at the moment. Please try again shortly."));
                return true;
            default:
                logger.LogError(exception, "Unhandled exception");
                await Problems.WriteAsync(httpContext, Problems.Describe(httpContext, 500, "internal_error", "Something went wrong on our side. Tell us the trace_id and we will find it."));
                return true;
        }
    }

    private static Error FromJson(JsonException json, BadHttpRequestException bad)
    {
        if (UnmappedMember().Match(json.Message) is { Success: true } unmapped)
            return Error.Invalid("unknown_field", Field(json.Path, unmapped.Groups[1].Value), "is not a field of this request.");
        var field = Field(json.Path, null);
        if (json.Message.StartsWith("Duplicate property", StringComparison.Ordinal)) return Error.Invalid("duplicate_field", field, "is given twice.");
        if (field.Length == 0 || json.InnerException?.GetType().Name == "JsonReaderException")
            return Error.Invalid(bad.Message.Contains("Implicit body", StringComparison.Ordinal) ? "body_required" : "malformed_json", $"The body is not valid JSON of the expected shape{Position(json)}.");
        return Error.Invalid("wrong_type", field, json.Data["reason"] as string ?? "has the wrong type or is out of range.");
    }

    private static string Field(string? path, string? member)
    {
        var parent = path?.TrimStart('$').TrimStart('.') ?? "";
        if (member is null || parent == member || parent.EndsWith("." + member, StringComparison.Ordinal)) return parent;
        return parent.Length == 0 ? member : $"{parent}.{member}";
    }

    private static string Position(JsonException json) =>
        json.LineNumber is { } line ? $" (line {line + 1}, byte {json.BytePositionInLine + 1})" : "";

    private static Microsoft.AspNetCore.Mvc.ProblemDetails FromBadRequest(HttpContext http, BadHttpRequestException bad)
    {
        if (bad.StatusCode == StatusCodes.Status413PayloadTooLarge) return Problems.Describe(http, 413, "body_too_large", bad.Message.StartsWith("The file", StringComparison.Ordinal) ? bad.Message : "The request body is too large: 1 MB is allowed, 20 MB for an uploaded file.");
        if (bad.StatusCode == StatusCodes.Status415UnsupportedMediaType) return Problems.Describe(http, 415, "unsupported_media_type", "Send application/json.");
        if (bad.StatusCode != StatusCodes.Status400BadRequest) return Problems.Describe(http, bad.StatusCode, "bad_request", "The request could not be read.");
        var binding = FailedBinding().Match(bad.Message);
        if (binding.Success) return Problems.Describe(http, Error.Invalid("wrong_type", JsonNamingPolicy.SnakeCaseLower.ConvertName(binding.Groups[1].Value), "has the wrong type or is out of range."));
        return Problems.Describe(http, 400, bad.Message.Contains("body", StringComparison.Ordinal) ? "body_required" : "bad_request",
            bad.Message.Contains("body", StringComparison.Ordinal) ? "A JSON body is required." : "The request could not be read.");
    }

    // System.Text.Json has no other way to tell an unmapped member; Json tests hold this wording.
    [GeneratedRegex("^The JSON property '([^']*)' could not be mapped")]
    private static partial Regex UnmappedMember();

    [GeneratedRegex("""^Failed to bind parameter ".+ ([^" ]+)" from""")]
    private static partial Regex FailedBinding();
}

/// <summary>Tells a database that is away from a bug in a query.</summary>
internal static class DatabaseFaults
{
    public static bool IsDatabaseAway(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is PostgresException postgres)
                return postgres.IsTransient || postgres.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow;
            if (e is NpgsqlException or System.Net.Sockets.SocketException or TimeoutException { Source: "Npgsql" }) return true;
            if (e is ObjectDisposedException { ObjectName: not null } disposed && disposed.ObjectName.Contains("Npgsql", StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
