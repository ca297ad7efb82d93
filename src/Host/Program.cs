using IswitchRoofs.Analytics.Infrastructure;
using IswitchRoofs.Customers.Infrastructure;
using IswitchRoofs.Host.Areas.Analytics.Api;
using IswitchRoofs.Host.Areas.Customers.Api;
using IswitchRoofs.Host.Areas.Identity.Api;
using IswitchRoofs.Host.Areas.Leads.Api;
using IswitchRoofs.Host.Areas.Projects.Api;
using IswitchRoofs.Host.Areas.Scheduling.Api;
using IswitchRoofs.Host.Realtime;
using IswitchRoofs.Host.Realtime.Channels;
using IswitchRoofs.Host.Startup;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Identity.Infrastructure;
using IswitchRoofs.Leads.Infrastructure;
using IswitchRoofs.Projects.Infrastructure;
using IswitchRoofs.Scheduling.Infrastructure;
using IswitchRoofs.Shared.Infrastructure.Messaging;

var builder = WebApplication.CreateBuilder(Content.Options(args));
builder.UseDefaultUrl();
builder.AddObservability();
await using var database = await builder.AddDatabaseAsync();

builder.Services
    .AddPlatform(builder.Configuration)
    .AddPermissionPolicies()
    .AddIdentityModule(builder.Configuration, builder.Environment)
    .AddCustomersModule(builder.Configuration)
    .AddLeadsModule(builder.Configuration)
    .AddProjectsModule(builder.Configuration)
    .AddSchedulingModule(builder.Configuration)
    .AddAnalyticsModule(builder.Configuration)
    .AddConsumersOf(typeof(Program).Assembly)
    .AddInProcessBus()
    .AddRealtime(builder.Configuration)
    .AddWeb(builder.Configuration);

await using var app = builder.Build();
if (await HostCommands.TryRunAsync(app, args)) return;
app.GreetWhenStarted(await app.PrepareDatabaseAsync(database is not null));

app.UseWeb();
app.MapPlatform();
app.MapRealtimeApi();
app.MapChannelsServer();
app.MapIdentityApi();
app.MapAuditApi();
app.MapCustomersApi();
app.MapInteractionsApi();
app.MapLeadsApi();
app.MapLeadBoardApi();
app.MapPartnersApi();
app.MapReferralsApi();
app.MapResponseApi();
app.MapStaleApi();
app.MapBulkLeadsApi();
app.MapScoringApi();
app.MapLeadImportsApi();
app.MapProjectsApi();
app.MapAppointmentsApi();
app.MapAnalyticsApi();
app.MapRazorPages();

await app.RunUntilStoppedAsync();
