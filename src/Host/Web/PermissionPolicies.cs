using System.Collections.Concurrent;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace IswitchRoofs.Host.Web;

/// <summary>
/// A policy's name is the permission it asks for: <c>leads.write</c>, or any of several:
/// <c>projects.read|projects.read_assigned</c>. Without a policy an endpoint asks for a signed-in person.
/// </summary>
internal sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : IAuthorizationPolicyProvider
{
    private readonly ConcurrentDictionary<string, AuthorizationPolicy?> _policies = new(StringComparer.Ordinal);

    public bool AllowsCachingPolicies => true;

    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(options.Value.DefaultPolicy);

    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult(options.Value.FallbackPolicy);

    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) => Task.FromResult(_policies.GetOrAdd(policyName, Create));

    private AuthorizationPolicy? Create(string name)
    {
        if (options.Value.GetPolicy(name) is { } registered) return registered;
        var permissions = name.Split('|');
        return permissions.All(RolePermissions.All.Contains)
            ? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permissions)).Build()
            : null;
    }
}

/// <param name="AnyOf">One of them is enough.</param>
internal sealed record PermissionRequirement(string[] AnyOf) : IAuthorizationRequirement;

internal sealed class PermissionRequirementHandler(IPermissionCatalog permissions) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (Array.Exists(requirement.AnyOf, p => context.User.May(permissions, p))) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

internal static class PermissionPoliciesRegistration
{
    internal static IServiceCollection AddPermissionPolicies(this IServiceCollection services) => services
        .AddSingleton<IPermissionCatalog, RolePermissions>()
        .AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>()
        .AddSingleton<IAuthorizationHandler, PermissionRequirementHandler>()
        .AddAuthorization();
}
