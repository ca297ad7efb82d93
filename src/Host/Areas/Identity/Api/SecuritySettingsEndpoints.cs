using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Accounts;

namespace IswitchRoofs.Host.Areas.Identity.Api;

internal static class SecuritySettingsEndpoints
{
    public static void MapSecuritySettingsApi(this IEndpointRouteBuilder app)
    {
        var settings = app.MapGroup("/api/settings/security").WithTags("Settings").RequireAuthorization(IdentityPermissions.ManageSettings).RefuseUnknownQuery();
        settings.MapGet("/", ReadSignInPolicy).WithName(nameof(ReadSignInPolicy)).WithSummary("Which roles need a second factor, and the limits that hold for everybody")
            .Produces<SignInPolicyDetails>();
        settings.MapPut("/", PutSignInPolicy).WithName(nameof(PutSignInPolicy)).WithSummary("Say which roles need a second factor; whoever has none is signed out and led to it")
            .Produces<SignInPolicyDetails>();
    }

    private static async Task<IResult> ReadSignInPolicy(GetSignInPolicyHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetSignInPolicy(), ct));

    private static async Task<IResult> PutSignInPolicy(ChangeSignInPolicy command, ChangeSignInPolicyHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(command, ct));
}
