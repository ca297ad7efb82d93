using IswitchRoofs.Identity.Domain.Company;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Company;

/// <summary>For everybody: the sign-in page shows it.</summary>
public sealed record GetCompanyLogo(string Tag);

public sealed record LogoFile(string MediaType, byte[] Content);

public sealed class GetCompanyLogoHandler(IReadRepository<CompanyLogo> logos) : IUseCase
{
    public async Task<Result<LogoFile>> HandleAsync(GetCompanyLogo request, CancellationToken ct) =>
        await logos.FirstOrDefaultAsync(new LogoByTag(request.Tag), ct) is { } file ? file : Error.NotFound("not_found", "This logo is not shown any more.");
}
