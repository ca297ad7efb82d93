using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static IswitchRoofs.ArchitectureTests.Rules.Layers;

namespace IswitchRoofs.ArchitectureTests.Rules;

internal static class Doors
{
    /// <summary>H-1</summary>
    /// <param name="open">What everybody may call, by route, with the reason. A trailing * stands for a family of files.</param>
    public static Outcome AreGuarded(IEnumerable<Endpoint> endpoints, IReadOnlyDictionary<string, string> open)
    {
        // Internal machinery of the framework (link generation for pages) cannot be called and has no method behind it.
        var doors = endpoints.Where(endpoint => endpoint.RequestDelegate is not null && endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is not { SuppressMatching: true }).ToList();
        var routes = doors.Select(RouteOf).ToHashSet();
        return Outcome.Over(doors, NameOf, door => ObjectionsTo(door, IsListed(RouteOf(door), open)))
            .And(new Outcome([], [.. open.Keys.Where(key => !routes.Any(route => Matches(route, key))).Select(key => $"  {key} is listed as open but does not exist")]));
    }

    private static IEnumerable<string> ObjectionsTo(Endpoint door, bool listed)
    {
        var anonymous = door.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        var demands = door.Metadata.GetOrderedMetadata<IAuthorizeData>();
        var named = demands.Any(demand => !string.IsNullOrEmpty(demand.Policy) || !string.IsNullOrEmpty(demand.Roles))
            || door.Metadata.GetMetadata<AuthorizationPolicy>() is not null;
        return Objections(
            (anonymous && !listed, "is open to everybody and not listed with a reason"),
            (!anonymous && !listed && demands.Count == 0 && !named, "asks for no permission"),
            (!anonymous && !listed && demands.Count > 0 && !named, "asks for a sign-in but names no policy"),
            (!anonymous && listed && named, "is listed as open but asks for a permission"));
    }

    private static bool IsListed(string route, IReadOnlyDictionary<string, string> open) => open.Keys.Any(key => Matches(route, key));

    private static bool Matches(string route, string key) =>
        key.EndsWith('*') ? route.StartsWith(key[..^1], StringComparison.OrdinalIgnoreCase) : string.Equals(route, key, StringComparison.OrdinalIgnoreCase);

    private static string RouteOf(Endpoint endpoint) =>
        endpoint is RouteEndpoint { RoutePattern.RawText: { } text } ? "/" + text.TrimStart('/') : endpoint.DisplayName ?? "?";

    private static string NameOf(Endpoint endpoint) =>
        $"{string.Join('|', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])} {RouteOf(endpoint)} [{endpoint.DisplayName}]";
}
