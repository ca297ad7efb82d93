using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using IswitchRoofs.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IswitchRoofs.Shared.Tests.Jobs;

public sealed class JobsTests : IAsyncLifetime
{
    private static readonly AuditFilter Everything = new(null, null, null, null, null, null, null);
    private TestDatabase _database = null!;
    private IHost _host = null!;

    public async Task InitializeAsync()
    {
        _database = await PostgresFixture.CreateDatabaseAsync("jobs", async connectionString =>
        {
            await using var source = NpgsqlDataSource.Create(connectionString);
            await new JobStoreMigrator(source).MigrateAsync(CancellationToken.None);
        });
        _host = Build();
        await _host.StartAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(_host.Services.GetRequiredService<JobScheduling>().Scheduler is not null), "the scheduler runs");
    }

    public async Task DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_run_is_recorded_with_who_asked_for_it_what_it_did_and_how_it_ended()
    {
        var board = _host.Services.GetRequiredService<IJobBoard>();
        (await board.RunNowAsync("test.counts", "Ann Admin", CancellationToken.None)).ShouldBeTrue();
        (await board.RunNowAsync("test.fails", "Ann Admin", CancellationToken.None)).ShouldBeTrue();
        (await board.RunNowAsync("test.unknown", "Ann Admin", CancellationToken.None)).ShouldBeFalse();

        var runs = await Eventually.GetAsync(() => board.RecentRunsAsync(10, CancellationToken.None), r => r.Count(x => x.FinishedAt is not null) == 2, "both runs have ended");
        var counted = runs.Single(r => r.Job == "test.counts");
        counted.Outcome.ShouldBe("succeeded");
        counted.AskedBy.ShouldBe("Ann Admin");
        counted.Counts.ShouldBe(new Dictionary<string, int> { ["things"] = 3 });
        var failed = runs.Single(r => r.Job == "test.fails");
        failed.Outcome.ShouldBe("failed");
        failed.Error.ShouldBe("No luck today.");

        var audit = await _host.Services.GetServices<IAuditTrail>().Single().ReadAsync(Everything, 10, CancellationToken.None);
        audit.Select(a => (a.ActorKind, a.ActorName, a.Action)).ShouldBe([("job", "test.fails", "job_run"), ("job", "test.counts", "job_run")], ignoreOrder: true);
        audit.Single(a => a.ActorName == "test.counts").Changes.ToString()!.ShouldContain("things");
    }

    [Fact]
    public async Task What_a_job_changes_is_changed_by_the_job()
    {
        var board = _host.Services.GetRequiredService<IJobBoard>();
        await board.RunNowAsync("test.counts", "Ann Admin", CancellationToken.None);

        await Eventually.HoldsAsync(() => Task.FromResult(Counts.Actor is not null), "the job has run");
        Counts.Actor.ShouldBe(("job", "test.counts"));
    }

    [Fact]
    public async Task Every_job_knows_its_next_run_and_a_second_host_changes_no_schedule()
    {
        using var second = Build();
        await second.StartAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(second.Services.GetRequiredService<JobScheduling>().Scheduler is not null), "the second scheduler runs");

        var first = await _host.Services.GetRequiredService<IJobBoard>().ReadAsync(CancellationToken.None);
        var other = await second.Services.GetRequiredService<IJobBoard>().ReadAsync(CancellationToken.None);
        first.Select(j => j.Name).ShouldBe(["jobs.housekeeping", "test.counts", "test.fails"]);
        first.ShouldAllBe(j => j.NextRunAt > DateTimeOffset.UtcNow);
        other.Select(j => j.NextRunAt).ShouldBe(first.Select(j => j.NextRunAt));
        await second.StopAsync();
    }

    [Fact]
    public async Task The_nights_of_jobs_follow_the_company_to_another_zone()
    {
        var before = await NextRunAsync();
        var facts = _host.Services.GetRequiredService<ICompanyFacts>();
        facts.Learn(facts.Current with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu") });

        await Eventually.HoldsAsync(async () => before - await NextRunAsync() == TimeSpan.FromHours(10.75), "midnight comes in Kathmandu ten and three quarter hours before Detroit's", TimeSpan.FromSeconds(30));

        async Task<DateTimeOffset?> NextRunAsync() =>
            (await _host.Services.GetRequiredService<IJobBoard>().ReadAsync(CancellationToken.None)).Single(j => j.Name == "test.counts").NextRunAt;
    }

    private IHost Build()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ICompanyFacts>(new CompanyFactsOfHost(builder.Configuration))
            .AddSingleton<ICompanyClock, CompanyClock>()
            .AddSingleton(_ => NpgsqlDataSource.Create(_database.ConnectionString))
            .AddHttpContextAccessor()
            .AddSingleton<IPermissionCatalog, NoPermissions>()
            .AddScoped<ICurrentUser, CurrentUser>()
            .AddJobs(builder.Configuration)
            .AddRecurringJob<Counts>("test.counts", "Counts", "0 0 0 1 1 ?")
            .AddRecurringJob<Fails>("test.fails", "Fails", "0 0 0 1 1 ?");
        return builder.Build();
    }

    private sealed class Counts(ICurrentUser user) : IRecurringJob
    {
        public static (string Kind, string Name)? Actor { get; private set; }

        public Task<JobOutcome> RunAsync(CancellationToken ct)
        {
            Actor = (user.Kind, user.Name);
            return Task.FromResult(JobOutcome.Of(("things", 3), ("nothings", 0)));
        }
    }

    private sealed class Fails : IRecurringJob
    {
        public Task<JobOutcome> RunAsync(CancellationToken ct) => throw new InvalidOperationException("No luck today.");
    }

    private sealed class NoPermissions : IPermissionCatalog
    {
        public bool Grants(string role, string permission) => false;

        public IReadOnlyCollection<string> PermissionsOf(string role) => [];
    }
}
