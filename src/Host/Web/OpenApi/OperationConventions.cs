using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IswitchRoofs.Host.Web.OpenApi;

/// <summary>What holds for every operation and is therefore said once: security, problems, common headers.</summary>
internal sealed class OperationConventions : IOpenApiOperationTransformer
{
    private static readonly (int Status, string Meaning)[] Common =
    [
        (400, "Malformed or invalid; `errors` names the fields."),
        (429, "Too many requests; see `Retry-After`."),
        (503, "The database is away; see `Retry-After`."),
    ];

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var isAnonymous = metadata.OfType<IAllowAnonymous>().Any();
        var method = context.Description.HttpMethod;
        operation.Responses ??= [];
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), cancellationToken: cancellationToken);
        foreach (var (status, meaning) in Common) Add(status, meaning);
        if (!isAnonymous)
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
            Add(401, "No valid access token.");
            Add(403, "The role does not allow it.");
        }

        if (context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true) Add(404, "Unknown, or not visible to the caller.");
        if (method is "POST" or "PUT" or "PATCH" or "DELETE") Add(409, "The current state does not allow it.");
        if (method is "PUT" or "PATCH" or "DELETE") Add(412, "`If-Match` names an older version.");
        if (method is "POST")
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "Idempotency-Key",
                In = ParameterLocation.Header,
                Description = "1 to 255 visible ASCII characters; a repeat within 24 hours answers the first outcome again.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255 },
            });
            Add(422, "The `Idempotency-Key` was used with another body.");
        }

        void Add(int status, string meaning) => operation.Responses.TryAdd(status.ToString(System.Globalization.CultureInfo.InvariantCulture), new OpenApiResponse
        {
            Description = meaning,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = problem } },
        });
    }
}
