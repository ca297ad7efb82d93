using System.Globalization;
using IswitchRoofs.Host.Web.Errors;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace IswitchRoofs.Host.Web.Api;

/// <summary>Answers as api.md promises them: ETag and 304, Location, Link.</summary>
internal static class ApiAnswers
{
    /// <summary>200 with ETag, or 304 when the caller has this version.</summary>
    public static IResult Item<T>(HttpContext http, Result<Versioned<T>> result)
    {
        if (result.IsFailure) return result.Error.ToProblem();
        var tag = Tag(result.Value.Version);
        http.Response.Headers.ETag = tag;
        return HttpMethods.IsGet(http.Request.Method) && Matches(http.Request.Headers.IfNoneMatch, tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(result.Value.Value);
    }

    /// <summary>200 for what has no version of its own.</summary>
    public static IResult Item<T>(Result<T> result) => result.IsFailure ? result.Error.ToProblem() : TypedResults.Ok(result.Value);

    /// <summary>201 with Location and ETag.</summary>
    public static IResult Created<T>(HttpContext http, Result<Versioned<T>> result, Func<T, string> location)
    {
        if (result.IsFailure) return result.Error.ToProblem();
        http.Response.Headers.ETag = Tag(result.Value.Version);
        return TypedResults.Created(location(result.Value.Value), result.Value.Value);
    }

    public static IResult NoContent(Result result) => result.IsFailure ? result.Error.ToProblem() : TypedResults.NoContent();

    /// <summary>200 with the page and its Link header (RFC 8288).</summary>
    public static IResult Page<T>(HttpContext http, Result<PageOf<T>> result)
    {
        if (result.IsFailure) return result.Error.ToProblem();
        if (Links(http.Request, result.Value) is { Count: > 0 } links) http.Response.Headers.Link = string.Join(", ", links);
        return TypedResults.Ok(result.Value);
    }

    public static string Tag(uint version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    private static bool Matches(StringValues header, string tag) =>
        header.SelectMany(h => h?.Split(',', StringSplitOptions.TrimEntries) ?? []).Any(h => h == "*" || h == tag || h == "W/" + tag);

    private static List<string> Links<T>(HttpRequest request, PageOf<T> page)
    {
        var links = new List<string>();
        if (page is { Page: { } number, Pages: { } pages })
        {
            links.Add(Link(request, "page", "1", "first"));
            if (number > 1) links.Add(Link(request, "page", Text(number - 1), "prev"));
            if (number < pages) links.Add(Link(request, "page", Text(number + 1), "next"));
            if (pages > 0) links.Add(Link(request, "page", Text(pages), "last"));
        }
        else if (page.NextCursor is { } cursor)
        {
            links.Add(Link(request, "cursor", cursor, "next"));
        }

        return links;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Link(HttpRequest request, string key, string value, string rel)
    {
        var query = request.Query.Where(q => q.Key is not ("page" or "cursor")).Append(new(key, value));
        return $"<{QueryHelpers.AddQueryString(request.Path, query)}>; rel=\"{rel}\"";
    }
}
