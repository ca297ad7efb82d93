using System.Security.Claims;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.AspNetCore.Http;

namespace IswitchRoofs.Shared.Infrastructure;

/// <summary>The request's principal; outside a request the running job, else the system (reactions to events).</summary>
public sealed class CurrentUser(IHttpContextAccessor http, IPermissionCatalog permissions) : ICurrentUser
{
    public const string SystemRole = "system";
    private IReadOnlyCollection<Guid>? _teamIds;

    public Guid? Id => Guid.TryParse(Find("sub"), out var id) ? id : null;

    public string Name => Find("name") ?? (http.HttpContext is null ? RunningJob.Name ?? "System" : "Anonymous");

    public string Role => http.HttpContext is null ? SystemRole : Find("role") ?? "";

    public string Kind => http.HttpContext is null ? RunningJob.Name is null ? "system" : "job" : Find("kind") ?? (Id is null ? "anonymous" : "user");

    public IReadOnlyCollection<Guid> TeamIds =>
        _teamIds ??= http.HttpContext?.User.FindAll("team").Select(c => Guid.Parse(c.Value)).ToArray() ?? [];

    public Guid? SessionId => Guid.TryParse(Find("sid"), out var id) ? id : null;

    public string? IpAddress => http.HttpContext?.Connection.RemoteIpAddress?.ToString();

    public string? UserAgent => http.HttpContext?.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent
        ? agent.Length > 300 ? agent[..300] : agent
        : null;

    public bool Has(string permission) => http.HttpContext is not { } context || context.User.May(permissions, permission);

    private string? Find(string claim) => http.HttpContext?.User.FindFirstValue(claim);
}
