using IswitchRoofs.Identity.Domain.Company;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Company;

public static class CompanyLogos
{
    public const string Path = "/company/logo";

    /// <param name="tag">Another one for every picture.</param>
    public static string UrlOf(string tag) => $"{Path}/{tag}";
}

/// <summary>The picture without its bytes.</summary>
internal sealed record LogoRow(string Tag, uint Version);

internal sealed class TheLogoRow : Specification<CompanyLogo, LogoRow>
{
    public TheLogoRow()
    {
        Query.OrderBy(l => l.Id);
        Select(l => new LogoRow(l.Tag, l.Version));
    }
}

internal sealed class LogoByTag : Specification<CompanyLogo, LogoFile>
{
    public LogoByTag(string tag)
    {
        Query.Where(l => l.Tag == tag);
        Select(l => new LogoFile(l.MediaType, l.Content));
    }
}

internal sealed class TheSettings : Specification<CompanySettings>
{
    // There is one row; without an order each first read would warn.
    public TheSettings() => Query.OrderBy(s => s.Id);
}
