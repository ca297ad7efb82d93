using Microsoft.OpenApi;
using NetEscapades.AspNetCore.SecurityHeaders;
using Scalar.AspNetCore;

namespace IswitchRoofs.Host.Web.OpenApi;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c> and its page at <c>/docs/api</c>.</summary>
internal static class ApiDocument
{
    public const string ReferencePath = "/docs/api";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "IswitchRoofs CRM";
            document.Info.Version = "1";
            document.Info.Description = "The REST API of the CRM for roofing companies. Guide: docs/api.md.";
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "Access token of POST /api/auth/login or POST /connect/token.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer<OperationConventions>();
    });

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference(ReferencePath, (scalar, http) => scalar
            .WithTitle("IswitchRoofs API")
            .WithOpenApiRoutePattern("/openapi/v1.json")
            .WithNonce(http.GetNonce())
            .DisableDefaultFonts()
            .DisableAgent()
            .DisableMcp()
            .DisableTelemetry()
            .HideDeveloperTools()).AllowAnonymous();
    }
}
