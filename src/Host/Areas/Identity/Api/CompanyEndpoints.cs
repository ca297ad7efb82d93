using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Company;
using Microsoft.Net.Http.Headers;

namespace IswitchRoofs.Host.Areas.Identity.Api;

internal static class CompanyEndpoints
{
    private static readonly string[] Pictures = ["image/jpeg", "image/webp"];

    public static void MapCompanyApi(this IEndpointRouteBuilder app)
    {
        var company = app.MapGroup("/api/settings/company").WithTags("Settings").RequireAuthorization(IdentityPermissions.ManageSettings).RefuseUnknownQuery();
        company.MapGet("/", ReadCompany).WithName(nameof(ReadCompany)).WithSummary("The company's name, time zone, phone region and logo").Produces<CompanyDetails>();
        company.MapPut("/", PutCompany).WithName(nameof(PutCompany)).WithSummary("Name the company, and say where it is; holds on every host within two seconds").Produces<CompanyDetails>();
        company.MapPut("/logo", PutLogo).WithName("ReplaceCompanyLogo").WithSummary("Show a PNG, JPEG or WebP picture of at most 512 kB as the logo")
            .Accepts<byte[]>("image/png", Pictures).Produces<CompanyDetails>();
        company.MapDelete("/logo", DeleteLogo).WithName("RemoveCompanyLogo").WithSummary("Show the product's own mark again").Produces<CompanyDetails>();

        // The sign-in page shows it, so it is open; its address names its content, so browsers and proxies may keep it.
        app.MapGet($"{CompanyLogos.Path}/{{tag}}", ShowLogo).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ReadCompany(HttpContext http, GetCompanyHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new GetCompany(), ct)).Versioned(c => c.Version));

    private static async Task<IResult> PutCompany(HttpContext http, CompanyFields fields, IfMatch ifMatch, ChangeCompanyHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new ChangeCompany(fields, ifMatch.Version), ct)).Versioned(c => c.Version));

    private static async Task<IResult> PutLogo(HttpContext http, IfMatch ifMatch, ChangeCompanyLogoHandler handler, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content, ct);
        return ApiAnswers.Item(http, (await handler.HandleAsync(new ChangeCompanyLogo(content.ToArray(), ifMatch.Version), ct)).Versioned(c => c.Version));
    }

    private static async Task<IResult> DeleteLogo(HttpContext http, IfMatch ifMatch, ChangeCompanyLogoHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new ChangeCompanyLogo(null, ifMatch.Version), ct)).Versioned(c => c.Version));

    private static async Task<IResult> ShowLogo(string tag, HttpContext http, GetCompanyLogoHandler handler, CancellationToken ct)
    {
        var file = await handler.HandleAsync(new GetCompanyLogo(tag), ct);
        if (file.IsFailure) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.File(file.Value.Content, file.Value.MediaType, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }
}
