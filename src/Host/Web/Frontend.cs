using IswitchRoofs.Host.Web.Display;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Net.Http.Headers;

namespace IswitchRoofs.Host.Web;

/// <summary>What the pages need from the program: navigation, and static files with honest cache headers.</summary>
internal static class Frontend
{
    /// <summary>The name under which scripts send the antiforgery token; set it as <c>AntiforgeryOptions.HeaderName</c>.</summary>
    public const string AntiforgeryHeader = "X-CSRF-TOKEN";

    public static IServiceCollection AddFrontend(this IServiceCollection services)
    {
        services.AddScoped<Navigation>();
        services.Configure<MvcOptions>(options => options.ModelMetadataDetailsProviders.Add(new PropertyLabels()));
        return services;
    }

    public static IApplicationBuilder UseFrontendFiles(this IApplicationBuilder app) =>
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file =>
            {
                // A hash is in the name (chunks, assets) or in ?v= (entries): such an address never changes its content.
                var path = file.Context.Request.Path;
                var hashed = path.StartsWithSegments("/dist/chunks", StringComparison.Ordinal)
                    || path.StartsWithSegments("/dist/assets", StringComparison.Ordinal)
                    || file.Context.Request.Query.ContainsKey("v");
                file.Context.Response.Headers[HeaderNames.CacheControl] = hashed
                    ? "public, max-age=31536000, immutable"
                    : "public, max-age=3600, must-revalidate";
                file.Context.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            },
        });

    /// <summary>Labels and binding messages say "First name", not "FirstName".</summary>
    private sealed class PropertyLabels : IDisplayMetadataProvider
    {
        public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
        {
            var property = context.Key.Name;
            if (context.Key.MetadataKind == ModelMetadataKind.Property && context.DisplayMetadata.DisplayName is null)
                context.DisplayMetadata.DisplayName = () => Words.OfProperty(property);
        }
    }
}
