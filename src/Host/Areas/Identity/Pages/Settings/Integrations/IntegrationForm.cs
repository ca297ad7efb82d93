using IswitchRoofs.Identity.Application.Integrations;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings.Integrations;

/// <summary>An integration's fields as somebody types them.</summary>
public sealed class IntegrationForm
{
    public string? Name { get; set; }

    public string? Role { get; set; }

    public string[] Scopes { get; set; } = [];

    /// <summary>One a line.</summary>
    public string? RedirectUris { get; set; }

    public bool IsFirstParty { get; set; }

    /// <summary>The last day on which it works.</summary>
    public DateOnly? ExpiresOn { get; set; }

    internal static IntegrationForm Of(IntegrationDetails integration, ICompanyClock clock) => new()
    {
        Name = integration.Name,
        Role = integration.Role,
        Scopes = [.. integration.Scopes],
        RedirectUris = string.Join('\n', integration.RedirectUris),
        IsFirstParty = integration.IsFirstParty,
        ExpiresOn = LastDay(integration, clock),
    };

    internal static DateOnly? LastDay(IntegrationDetails integration, ICompanyClock clock) =>
        integration.ExpiresAt is { } at ? clock.DayOf(at.AddTicks(-1)) : null;

    internal CreateIntegration ToCommand(string? kind, ICompanyClock clock) => new(Name, kind, Role, Scopes, Lines(), IsFirstParty, Expiry(clock));

    /// <param name="before">A day that was not touched keeps its exact instant.</param>
    internal IntegrationPatch ToPatch(IntegrationDetails before, ICompanyClock clock) => new()
    {
        Name = Name,
        Role = Role,
        Scopes = Scopes,
        RedirectUris = Lines(),
        IsFirstParty = IsFirstParty,
        ExpiresAt = ExpiresOn == LastDay(before, clock) ? before.ExpiresAt : Expiry(clock),
    };

    /// <summary>Rows of a list (<c>scopes[2]</c>) are told under the field that they were typed in.</summary>
    internal static Error ByField(Error error) => error with
    {
        Fields = error.Fields.GroupBy(f => f.Key.Split('[')[0] is "expires_at" ? "expires_on" : f.Key.Split('[')[0], f => f.Value)
            .ToDictionary(g => g.Key, g => g.SelectMany(m => m).Distinct(StringComparer.Ordinal).ToArray()),
    };

    private string[] Lines() => (RedirectUris ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private DateTimeOffset? Expiry(ICompanyClock clock) => ExpiresOn is { } day ? clock.StartOf(day.AddDays(1)) : null;
}
