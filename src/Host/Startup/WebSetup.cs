using IswitchRoofs.Host.Areas.Analytics.Api;
using IswitchRoofs.Host.Areas.Customers.Api;
using IswitchRoofs.Host.Areas.Leads.Api;
using IswitchRoofs.Host.Areas.Projects.Api;
using IswitchRoofs.Host.Areas.Scheduling.Api;
using IswitchRoofs.Host.Realtime;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Host.Web.Errors;
using IswitchRoofs.Host.Web.Json;
using IswitchRoofs.Host.Web.OpenApi;
using IswitchRoofs.Host.Web.SavedViews;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using System.Globalization;

namespace IswitchRoofs.Host.Startup;

/// <summary>The two doors, REST and pages, and what stands in front of both.</summary>
internal static class WebSetup
{
    private const int LargestBody = 1024 * 1024;

    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            ApiJson.Configure(json.SerializerOptions);
            ApiJson.UseContexts(json.SerializerOptions, LeadsJson.Default, CustomersJson.Default, ProjectsJson.Default, SchedulingJson.Default, AnalyticsJson.Default);
        });
        services.AddProblemDetails();
        services.AddExceptionHandler<ExceptionToProblem>();
        services.AddSingleton<RateLimits>();
        services.AddSingleton<FormSeal>();
        services.AddScoped<IChannelAudience, ChannelAudience>();
        services.AddApiDocument();
        services.AddRazorPages();
        services.AddFrontend();
        services.AddScoped<Colleagues>().AddScoped<InteractionPanels>().AddScoped<AppointmentPanels>().AddScoped<Contacts>();
        services.AddSingleton(LeadListShape.Of()).AddScoped<ListViews>();
        services.AddAntiforgery(options => options.HeaderName = Frontend.AntiforgeryHeader);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            // Only proxies that are named are believed; by default nobody but this machine.
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var network in configuration.GetSection("Proxies").Get<string[]>() ?? []) forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        });
        if (configuration.GetSection("Cors:Origins").Get<string[]>() is { Length: > 0 } origins)
            services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins(origins).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("ETag", "Location", "Link", "X-Request-Id")));
        services.AddHealth();
        return services;
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRequestIds();
        app.UseWhen(http => !IsApiReference(http.Request) && !PublicFrames.Covers(http.Request), rest => rest.UseSecurityHeaders(SecurityPolicy.For));
        app.UseWhen(http => PublicFrames.Covers(http.Request), PublicFrames.Use);
        app.UseWhen(http => IsApiReference(http.Request), page => page.UseSecurityHeaders(SecurityPolicy.ForApiReference));
        if (app.Environment.IsProduction()) app.UseHsts();
        app.UseWhen(http => IsApi(http.Request), api =>
        {
            // ExceptionToProblem answers everything; the handler here only satisfies the middleware.
            api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask, SuppressDiagnosticsCallback = _ => true });
            api.UseStatusCodePages(context => context.HttpContext.Response.ContentType is null
                ? Problems.WriteAsync(context.HttpContext, Describe(context.HttpContext))
                : Task.CompletedTask);
        });
        app.UseWhen(http => !IsApi(http.Request), pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/Error",
                StatusCodeSelector = e => DatabaseFaults.IsDatabaseAway(e) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
            });
            pages.UseStatusCodePagesWithReExecute("/Error/{0}");
        });
        app.UseFrontendFiles();

        // One culture for parsing and formatting, whatever the server or the browser speaks.
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(CultureInfo.GetCultureInfo("en-US")),
            SupportedCultures = [CultureInfo.GetCultureInfo("en-US")],
            SupportedUICultures = [CultureInfo.GetCultureInfo("en-US")],
            RequestCultureProviders = [],
        });
        app.UseRouting();
        if (app.Configuration.GetSection("Cors:Origins").Exists()) app.UseCors();
        app.UseIdempotencyBuffering();
        app.UseAuthentication();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.Use((http, next) => http.RequestServices.GetRequiredService<RateLimits>().InvokeAsync(http, next)));
        app.UseSecondFactorGate();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static bool IsApi(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/connect") || request.Path.StartsWithSegments("/apps") || request.Path.StartsWithSegments("/health");

    private static bool IsApiReference(HttpRequest request) => request.Path.StartsWithSegments(ApiDocument.ReferencePath);

    private static Microsoft.AspNetCore.Mvc.ProblemDetails Describe(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => Problems.Describe(http, 401, "unauthenticated", "A valid access token is required: Authorization: Bearer <token>."),
        StatusCodes.Status403Forbidden => Problems.Describe(http, 403, "forbidden", "Your role does not allow this."),
        StatusCodes.Status404NotFound => Problems.Describe(http, 404, "not_found", "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => Problems.Describe(http, 405, "method_not_allowed", $"{http.Request.Method} is not offered here. Allowed: {http.Response.Headers.Allow}."),
        StatusCodes.Status413PayloadTooLarge => Problems.Describe(http, 413, "body_too_large", "The request body is larger than 1 MB."),
        StatusCodes.Status415UnsupportedMediaType => Problems.Describe(http, 415, "unsupported_media_type", "Send application/json."),
        var status => Problems.Describe(http, status, "refused", "The request was refused."),
    };
}
