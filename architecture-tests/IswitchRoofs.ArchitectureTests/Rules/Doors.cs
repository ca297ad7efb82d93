using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static IswitchRoofs.ArchitectureTests.Rules.Layers;

namespace IswitchRoofs.ArchitectureTests.Rules;

internal static class Doors
{
    /// <summary>H-1</summary>
    /// <param name="open">What everybody may call, by route, with the reason. A trailing * stands for a family.</param>
    /// <param name="personal">What every signed-in person may call because it concerns nobody else, with the reason.</param>
    public static Outcome AreGuarded(IEnumerable<Endpoint> endpoints, IReadOnlyDictionary<string, string> open, IReadOnlyDictionary<string, string> personal)
    {
        var doors = Callable(endpoints);
        var routes = doors.Select(RouteOf).ToHashSet();
        return Outcome.Over(doors, NameOf, door => ObjectionsTo(door, IsListed(RouteOf(door), open), IsListed(RouteOf(door), personal)))
            .And(new Outcome([], [.. open.Keys.Concat(personal.Keys).Where(key => !routes.Any(route => Matches(route, key))).Select(key => $"  {key} is listed as open but does not exist")]));
    }

    /// <summary>H-1: a misspelt permission would be found by the first caller only.</summary>
    public static async Task<Outcome> AskForKnownPermissionsAsync(IEnumerable<Endpoint> endpoints, IAuthorizationPolicyProvider policies)
    {
        var asked = Callable(endpoints).SelectMany(door => door.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(demand => (Door: NameOf(door), demand.Policy))).Where(one => one.Policy is not null).ToList();
        var unknown = new List<string>();
        foreach (var (door, policy) in asked)
            if (await policies.GetPolicyAsync(policy!) is null)
                unknown.Add($"  {door} asks for {policy}, which nobody knows");
        return new Outcome([.. asked.Select(one => one.Door)], unknown);
    }

    private static IEnumerable<string> ObjectionsTo(Endpoint door, bool isOpen, bool isPersonal)
    {
        var anonymous = door.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        var demands = door.Metadata.GetOrderedMetadata<IAuthorizeData>();
        var named = demands.Any(demand => !string.IsNullOrEmpty(demand.Policy) || !string.IsNullOrEmpty(demand.Roles))
            || door.Metadata.GetMetadata<AuthorizationPolicy>() is not null;
        return Objections(
            (anonymous && !isOpen, "is open to everybody and not listed with a reason"),
            (!anonymous && !isOpen && demands.Count == 0 && !named, "asks for no permission"),
            (!anonymous && !isOpen && demands.Count > 0 && !named && !isPersonal, "asks for a sign-in but names no policy"),
            (!anonymous && (isOpen || isPersonal) && named, "is listed as open but asks for a permission"),
            (anonymous && isPersonal, "is listed as personal but open to everybody"));
    }

    // Pages are registered twice: once to be called, once so that links to them can be made.
    private static List<Endpoint> Callable(IEnumerable<Endpoint> endpoints) =>
        [.. endpoints.Where(endpoint => endpoint.RequestDelegate is not null && endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is not { SuppressMatching: true })];

    private static bool IsListed(string route, IReadOnlyDictionary<string, string> open) => open.Keys.Any(key => Matches(route, key));

    private static bool Matches(string route, string key) =>
        key.EndsWith('*') ? route.StartsWith(key[..^1], StringComparison.OrdinalIgnoreCase) : string.Equals(route, key, StringComparison.OrdinalIgnoreCase);

    private static string RouteOf(Endpoint endpoint) =>
        endpoint is RouteEndpoint { RoutePattern.RawText: { } text } ? "/" + text.TrimStart('/') : endpoint.DisplayName ?? "?";

    private static string NameOf(Endpoint endpoint) =>
        $"{string.Join('|', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])} {RouteOf(endpoint)} [{endpoint.DisplayName}]";
}
