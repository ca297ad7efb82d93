namespace IswitchRoofs.Leads.Domain.Leads;

/// <summary>How a lead found us, as the page or program told that it came through; and what the person agreed to there.</summary>
public sealed record SourceDetail
{
    public string? UtmSource { get; init; }
    public string? UtmMedium { get; init; }
    public string? UtmCampaign { get; init; }
    public string? UtmTerm { get; init; }
    public string? UtmContent { get; init; }

    /// <summary>The page that the person came from.</summary>
    public string? Referrer { get; init; }

    /// <summary>The page on which the person arrived.</summary>
    public string? LandingPage { get; init; }

    /// <summary>Name of our web form; null for other ways.</summary>
    public string? Form { get; init; }

    /// <summary>As the person read it.</summary>
    public string? ConsentText { get; init; }
    public int? ConsentVersion { get; init; }
    public DateTimeOffset? ConsentAt { get; init; }
}
