using System.Net;
using System.Text;
using System.Text.Unicode;
using IswitchRoofs.Host.Web.Errors;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Web.Api;

/// <summary>Refuses query parameters that the operation does not document: a typing error must not be ignored.</summary>
internal static class KnownQueryFilter
{
    public static TBuilder RefuseUnknownQuery<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder
    {
        builder.AddEndpointFilterFactory((_, next) =>
        {
            HashSet<string>? names = null;
            return invocation =>
            {
                var known = names ??= NamesOf(invocation.HttpContext.GetEndpoint()!);
                var query = invocation.HttpContext.Request.Query;
                if (query.Count == 0) return next(invocation);
                var check = new Validation();
                foreach (var name in Garbled(invocation.HttpContext.Request.QueryString.Value!)) check.Add(name, "is not valid text.");
                foreach (var (name, values) in query)
                {
                    if (!known.Contains(name)) check.Add(name, known.Count == 0 ? "this operation takes no query parameters." : $"is not a parameter of this operation: use {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
                    else if (values.Count > 1) check.Add(name, "is given more than once.");
                    else if (values[0]!.Contains('\0', StringComparison.Ordinal) || values[0]!.Contains('\uFFFD', StringComparison.Ordinal)) check.Add(name, "is not valid text.");
                }

                return check.Failed ? ValueTask.FromResult<object?>(check.ToError("unknown_parameter").ToProblem()) : next(invocation);
            };
        });
        return builder;
    }

    // What is no UTF-8 is left as it stands by the framework's decoding and would be searched for literally.
    private static IEnumerable<string> Garbled(string query) => query.Contains('%', StringComparison.Ordinal)
        ? query.TrimStart('?').Split('&').Where(pair => !Utf8.IsValid(WebUtility.UrlDecodeToBytes(Encoding.UTF8.GetBytes(pair), 0, Encoding.UTF8.GetByteCount(pair)))).Select(pair => pair.Split('=')[0])
        : [];

    // What the framework binds, so records of parameters may be written in any form that it understands.
    private static HashSet<string> NamesOf(Endpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
        .Select(p => (p.Name, Query: p.ParameterInfo.GetCustomAttributes(typeof(FromQueryAttribute), false).OfType<FromQueryAttribute>().FirstOrDefault()))
        .Where(p => p.Query is not null)
        .Select(p => p.Query!.Name ?? p.Name)
        .ToHashSet(StringComparer.Ordinal);
}
