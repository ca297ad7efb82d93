using IswitchRoofs.Identity.Domain.Company;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Company;

/// <param name="Content">A PNG, JPEG or WebP file; null: the product's own mark again.</param>
public sealed record ChangeCompanyLogo(byte[]? Content, uint? IfVersion = null);

public sealed class ChangeCompanyLogoHandler(IReadRepository<CompanySettings> store, IRepository<CompanyLogo> logos, ICompanyFacts facts, ICompanyNews news) : IUseCase
{
    public async Task<Result<CompanyDetails>> HandleAsync(ChangeCompanyLogo command, CancellationToken ct)
    {
        var check = new Validation();
        if (command.Content is { Length: > CompanyLogo.LargestBytes }) check.Add("logo", $"must be at most {CompanyLogo.LargestBytes / 1024} kB large.");
        else if (command.Content is { } content && CompanyLogo.MediaTypeOf(content) is null) check.Add("logo", "must be a PNG, JPEG or WebP picture.");
        if (check.Failed) return check.ToError();

        var settings = await store.FirstOrDefaultAsync(new TheSettings(), ct);
        var logo = await logos.FindAsync(CompanyLogoId.Only, ct);
        var known = CompanyDetails.Of(settings, RowOf(logo), facts.Configured).Version;
        if (command.IfVersion is { } version && version != known) return Error.Stale(known);
        if (command.Content is null)
        {
            if (logo is not null) logos.Remove(logo);
            logo = null;
        }
        else
        {
            if (logo is null) logos.Add(logo = CompanyLogo.Begin());
            logo.Show(command.Content);
        }

        await logos.SaveChangesAsync(ct);
        await news.RefreshAsync(ct);
        return CompanyDetails.Of(settings, RowOf(logo), facts.Configured);
    }

    private static LogoRow? RowOf(CompanyLogo? logo) => logo is null ? null : new LogoRow(logo.Tag, logo.Version);
}
