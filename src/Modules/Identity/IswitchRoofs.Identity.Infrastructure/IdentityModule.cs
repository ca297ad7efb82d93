using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Application.Company;
using IswitchRoofs.Identity.Application.Integrations;
using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Identity.Application.Notifications;
using IswitchRoofs.Identity.Application.SavedViews;
using IswitchRoofs.Identity.Application.WorkingTime;
using IswitchRoofs.Identity.Domain.Absences;
using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Domain.Company;
using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Identity.Domain.Mails;
using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.SavedViews;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Identity.Domain.Work;
using IswitchRoofs.Identity.Infrastructure.Accounts;
using IswitchRoofs.Identity.Infrastructure.Browsers;
using IswitchRoofs.Identity.Infrastructure.Company;
using IswitchRoofs.Identity.Infrastructure.Demo;
using IswitchRoofs.Identity.Infrastructure.Integrations;
using IswitchRoofs.Identity.Infrastructure.Mail;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.Identity.Infrastructure.Tokens;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using IswitchRoofs.Shared.Infrastructure.Messaging;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace IswitchRoofs.Identity.Infrastructure;

/// <summary>Users, sessions, tokens, teams and notifications.</summary>
public static class IdentityModule
{
    /// <summary>REST clients: <c>Authorization: Bearer</c>.</summary>
    public const string BearerScheme = "Bearer";

    /// <summary>The pages.</summary>
    public const string CookieScheme = "Cookies";

    private const string ByPath = "ByPath";

    public static IServiceCollection AddIdentityModule(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        SigningKeys.Check(configuration, environment);
        services
            .AddUseCases(typeof(IdentityPermissions).Assembly)
            .AddModulePersistence<IdentityDbContext, IdentityEventMap>(IdentityDbContext.SchemaName)
            .AddRepository<User, IdentityDbContext>()
            .AddTrash<IdentityDbContext>(IdentityDbContext.SchemaName)
            .AddScoped<WorkingTimeDesk>()
            .AddRepository<Team, IdentityDbContext>()
            .AddRepository<TimeOff, IdentityDbContext>()
            .AddRepository<BusinessHours, IdentityDbContext>()
            .AddRepository<CompanySettings, IdentityDbContext>()
            .AddRepository<CompanyLogo, IdentityDbContext>()
            .AddRepository<WorkItem, IdentityDbContext>()
            .AddRepository<Session, IdentityDbContext>()
            .AddRepository<AccountLink, IdentityDbContext>()
            .AddRepository<SignInPolicy, IdentityDbContext>()
            .AddRepository<Notification, IdentityDbContext>()
            .AddRepository<NotificationPreferences, IdentityDbContext>()
            .AddRepository<QueuedMail, IdentityDbContext>()
            .AddRepository<Integration, IdentityDbContext>()
            .AddScoped<ViewDesk>()
            .AddRepository<SavedView, IdentityDbContext>()
            .AddRepository<ColumnChoice, IdentityDbContext>()
            .AddConsumersOf(typeof(IdentityModule).Assembly);
        services.AddHttpContextAccessor();
        services.AddSingleton<CompanyWatch>();
        services.AddSingleton<ICompanyNews>(provider => provider.GetRequiredService<CompanyWatch>());
        services.AddHostedService(provider => provider.GetRequiredService<CompanyWatch>());
        AddAccounts(services, configuration);
        AddTokens(services, configuration);
        AddAuthentication(services);
        AddMail(services, new MailSettings(configuration, environment.ContentRootPath));
        if (!environment.IsProduction()) services.AddScoped<IDemoDataSeeder, IdentityDemoData>();
        return services;
    }

    private static void AddAccounts(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new SignInThrottle(
            configuration.GetValue("RateLimits:SignInsPerMinute", 10), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<IPasswordHasher<Account>>(provider => provider.GetRequiredService<PasswordHashing>());
        services.AddScoped<ICredentials, Credentials>();
        services.AddSingleton<ILinkTokens, LinkTokens>();
        services.AddSingleton<ISignInProofs, SignInProofs>();
        services.AddScoped<ISecondFactors, SecondFactors>();
        services.AddScoped<AccountLinks>();
        services.AddScoped<ISecurityLog, SecurityLog>();
        services.AddScoped<ISessionProgress, SessionProgress>();
        services
            .AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<IdentityDbContext>();
        services.AddDataProtection().SetApplicationName("IswitchRoofs").PersistKeysToDbContext<IdentityDbContext>();
    }

    private static void AddTokens(IServiceCollection services, IConfiguration configuration)
    {
        var settings = new TokenSettings(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<Revocations>();
        services.AddSingleton<IRevocations>(provider => provider.GetRequiredService<Revocations>());
        services.AddHostedService(provider => provider.GetRequiredService<Revocations>());
        services.AddHostedService<SigningKeyLoading>();
        services.AddRecurringJob<TokenHousekeeping>("identity.sessions", "Forget expired tokens and sessions", "0 11 * * * ?");
        services.AddSingleton<IntegrationUses>();
        services.AddSingleton<IIntegrationUses>(provider => provider.GetRequiredService<IntegrationUses>());
        services.AddHostedService(provider => provider.GetRequiredService<IntegrationUses>());
        services.AddSingleton<Consents>();
        services.AddSingleton<IConsents>(provider => provider.GetRequiredService<Consents>());
        services.AddScoped<IOAuthClients, OAuthClients>();
        services.AddSingleton<AccessTokens>();
        services.AddScoped<ITokenServer, TokenServer>();
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDbContext>().ReplaceDefaultEntities<Guid>())
            .AddServer(server =>
            {
                server
                    .SetAuthorizationEndpointUris("connect/authorize")
                    .SetTokenEndpointUris("connect/token")
                    .SetRevocationEndpointUris("connect/revoke")
                    .SetUserInfoEndpointUris("connect/userinfo")
                    .SetConfigurationEndpointUris(".well-known/openid-configuration")
                    .SetJsonWebKeySetEndpointUris(".well-known/jwks")
                    .AllowPasswordFlow()
                    .AllowRefreshTokenFlow()
                    .AllowClientCredentialsFlow()
                    .AllowAuthorizationCodeFlow()
                    .RequireProofKeyForCodeExchange()
                    .IgnoreScopePermissions()
                    .AcceptAnonymousClients()
                    .DisableAccessTokenEncryption()
                    .SetAccessTokenLifetime(settings.AccessTokenLifetime)
                    .SetRefreshTokenLifetime(Session.TokenIdle)
                    .SetRefreshTokenReuseLeeway(settings.ReuseLeeway)
                    .RegisterScopes(Scopes.OpenId, Scopes.Email, Scopes.Profile, Scopes.Roles)
                    .RegisterClaims("name", "email", "role", "team", "sid");
                if (settings.Issuer is { } issuer) server.SetIssuer(issuer);

                // What the pages can do: no form that posts itself to other sites, no account chooser.
                server.Configure(options =>
                {
                    options.ResponseModes.Clear();
                    options.ResponseModes.Add(ResponseModes.Query);
                    options.PromptValues.Clear();
                    options.PromptValues.UnionWith([PromptValues.None, PromptValues.Consent]);
                    options.CodeChallengeMethods.Clear();
                    options.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256);
                });

                // TLS ends at the proxy; on a developer's machine there is none.
                server.UseAspNetCore().DisableTransportSecurityRequirement();
                server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseScopedHandler<TokenRequests>());
                server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseScopedHandler<AuthorizationRequests>());
                server.AddEventHandler<ApplyTokenResponseContext>(handler => handler.UseSingletonHandler<InProcessAnswers>());
                server.AddEventHandler<HandleRevocationRequestContext>(handler => handler
                    .UseScopedHandler<RevocationRequests>().SetOrder(OpenIddictServerHandlers.Revocation.RevokeToken.Descriptor.Order - 500));
                server.AddEventHandler<HandleUserInfoRequestContext>(handler => handler.UseSingletonHandler<UserInfoRequests>().SetOrder(int.MaxValue - 100_000));
                server.AddEventHandler<ValidateTokenContext>(handler => handler
                    .UseSingletonHandler<IssuerCheck>().SetOrder(OpenIddictServerHandlers.Protection.ResolveTokenValidationParameters.Descriptor.Order + 500));
                server.AddEventHandler<ValidateTokenContext>(handler => handler
                    .UseScopedHandler<ReusedTokens>().SetOrder(OpenIddictServerHandlers.Protection.ValidateTokenEntry.Descriptor.Order - 500));
            });
        services.AddOptions<OpenIddictServerOptions>().Configure<SigningKeys, IPermissionCatalog>((options, keys, permissions) =>
        {
            options.Scopes.UnionWith(GrantableScopes.All(permissions));
            options.SigningCredentials.Add(keys.Signing);
            options.EncryptionCredentials.Add(keys.Encrypting);
        });
    }

    private static void AddMail(IServiceCollection services, MailSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<MailLayout>();
        services.AddSingleton<ISiteAddress, SiteAddress>();
        services.AddScoped<IMailQueue, MailQueue>();
        services.AddScoped<Notifier>();
        services.AddScoped<NotificationMailer>();
        services.AddSingleton<IUnsubscribeLinks, UnsubscribeLinks>();
        services.AddSingleton<IMailMonitor, MailMonitor>();
        if (settings.SmtpHost is null) services.AddSingleton<IMailTransport, FileTransport>();
        else services.AddSingleton<IMailTransport, SmtpTransport>();
        services.AddRecurringJob<MailHousekeeping>("identity.mails", "Forget old mails", "0 21 * * * ?");
        services.AddSingleton<MailSender>();
        services.AddHostedService(provider => provider.GetRequiredService<MailSender>());
    }

    private static void AddAuthentication(IServiceCollection services)
    {
        services.AddSingleton<TicketStore>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, BrowserCookies>();
        services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = ByPath;
                options.DefaultSignInScheme = CookieScheme;
                options.DefaultSignOutScheme = CookieScheme;
            })
            .AddPolicyScheme(ByPath, displayName: null, options => options.ForwardDefaultSelector = Select)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerScheme, displayName: null, configureOptions: null)
            .AddCookie(CookieScheme);
        services.AddSingleton<IAuthenticationSchemeProvider, RequestSchemes>();
    }

    // The pages' scripts reach the realtime door with their cookie (and an antiforgery token); nothing else under /api.
    private static string Select(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/api/realtime"))
            return context.Request.Headers.ContainsKey(HeaderNames.Authorization) ? BearerScheme : CookieScheme;
        return path.StartsWithSegments("/api") || path.StartsWithSegments("/connect") ? BearerScheme : CookieScheme;
    }
}
