using System.Diagnostics;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Web.Errors;

/// <summary>The one place where a refusal becomes RFC 9457 problem details.</summary>
internal static class Problems
{
    /// <summary>An answer of the REST API that tells why it refused.</summary>
    public static IResult ToProblem(this Error error) => new ProblemResult(error);

    public static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Stale => StatusCodes.Status412PreconditionFailed,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static ProblemDetails Describe(HttpContext http, int status, string code, string detail)
    {
        var problem = new ProblemDetails
        {
            Type = $"/docs/problems#{code}",
            Title = TitleOf(status),
            Status = status,
            Detail = detail,
            Instance = http.Request.Path,
        };
        problem.Extensions["code"] = code;
        problem.Extensions["trace_id"] = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        return problem;
    }

    public static ProblemDetails Describe(HttpContext http, Error error)
    {
        var problem = Describe(http, StatusOf(error.Kind), error.Code, error.Detail);
        if (error.Fields.Count > 0) problem.Extensions["errors"] = error.Fields;
        foreach (var (name, value) in error.Extensions) problem.Extensions[name] = value;
        return problem;
    }

    public static Task WriteAsync(HttpContext http, ProblemDetails problem)
    {
        http.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status401Unauthorized && !http.Response.Headers.ContainsKey("WWW-Authenticate"))
            http.Response.Headers.WWWAuthenticate = "Bearer";
        return http.Response.WriteAsJsonAsync(problem, problem.GetType(), options: null, contentType: "application/problem+json", http.RequestAborted);
    }

    private static string TitleOf(int status) => status switch
    {
        400 => "The request is not valid",
        401 => "Sign in first",
        403 => "Your role does not allow this",
        404 => "Not found",
        405 => "This method is not offered here",
        406 => "No acceptable representation",
        409 => "The current state does not allow this",
        412 => "Changed in the meantime",
        413 => "The request is too large",
        415 => "This media type is not accepted",
        422 => "The idempotency key was used for another request",
        429 => "Too many requests",
        503 => "Temporarily unavailable",
        _ => "Something went wrong",
    };

    private sealed class ProblemResult(Error error) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, Describe(httpContext, error));
    }
}
