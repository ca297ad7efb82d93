using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Unicode;
using IswitchRoofs.Host.Web.Errors;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Web.Api;

/// <summary>Refuses query parameters that the operation does not document: a typing error must not be ignored.</summary>
internal static class KnownQueryFilter
{
    public static TBuilder RefuseUnknownQuery<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder
    {
        builder.AddEndpointFilterFactory((context, next) =>
        {
            var known = context.MethodInfo.GetParameters().SelectMany(Names).ToHashSet(StringComparer.Ordinal);
            return invocation =>
            {
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

    private static IEnumerable<string> Names(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<AsParametersAttribute>() is null)
            return parameter.GetCustomAttribute<FromQueryAttribute>() is { } query ? [query.Name ?? parameter.Name!] : [];
        var type = parameter.ParameterType;
        var properties = type.GetProperties().Select(p => (p.Name, Query: p.GetCustomAttribute<FromQueryAttribute>())).Where(p => p.Query is not null);
        return [.. type.GetConstructors()[0].GetParameters().SelectMany(Names), .. properties.Select(p => p.Query!.Name ?? p.Name)];
    }
}
