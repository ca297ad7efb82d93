using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>How a lead found us: said once when it comes in, never changed.</summary>
public sealed record SourceDetailFields
{
    internal const int LongestWord = 200;
    internal const int LongestAddress = 2_000;

    public string? UtmSource { get; init; }
    public string? UtmMedium { get; init; }
    public string? UtmCampaign { get; init; }
    public string? UtmTerm { get; init; }
    public string? UtmContent { get; init; }

    /// <summary>The page that the person came from; at most 2,000 characters, as landing_page.</summary>
    public string? Referrer { get; init; }

    /// <summary>The page on which the person arrived.</summary>
    public string? LandingPage { get; init; }

    internal SourceDetail? Check(Validation check)
    {
        var detail = new SourceDetail
        {
            UtmSource = check.Text("source_detail.utm_source", UtmSource, LongestWord),
            UtmMedium = check.Text("source_detail.utm_medium", UtmMedium, LongestWord),
            UtmCampaign = check.Text("source_detail.utm_campaign", UtmCampaign, LongestWord),
            UtmTerm = check.Text("source_detail.utm_term", UtmTerm, LongestWord),
            UtmContent = check.Text("source_detail.utm_content", UtmContent, LongestWord),
            Referrer = check.Text("source_detail.referrer", Referrer, LongestAddress),
            LandingPage = check.Text("source_detail.landing_page", LandingPage, LongestAddress),
        };
        return detail == new SourceDetail() ? null : detail;
    }

    /// <summary>Cut to what fits: whoever fills in a form cannot mend the address they came by.</summary>
    public SourceDetailFields Cut() => new()
    {
        UtmSource = Cut(UtmSource, LongestWord), UtmMedium = Cut(UtmMedium, LongestWord), UtmCampaign = Cut(UtmCampaign, LongestWord), UtmTerm = Cut(UtmTerm, LongestWord),
        UtmContent = Cut(UtmContent, LongestWord), Referrer = Cut(Referrer, LongestAddress), LandingPage = Cut(LandingPage, LongestAddress),
    };

    private static string? Cut(string? text, int longest) =>
        text?.Replace("\0", "", StringComparison.Ordinal) is { } clean ? clean.Length > longest ? clean[..longest] : clean : null;
}

/// <summary>How a lead found us, and what the person agreed to.</summary>
/// <param name="Form">Name of our web form; null for other ways.</param>
/// <param name="ConsentText">As the person read it.</param>
public sealed record LeadSourceDetail(
    string? UtmSource, string? UtmMedium, string? UtmCampaign, string? UtmTerm, string? UtmContent, string? Referrer, string? LandingPage,
    string? Form, string? ConsentText, int? ConsentVersion, DateTimeOffset? ConsentAt);
