using System.Data.Common;
using System.Diagnostics;
using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.Leads.Application.Board;
using IswitchRoofs.Leads.Application.FollowUps;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Response;
using IswitchRoofs.Leads.Infrastructure.Jobs;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace IswitchRoofs.Leads.Tests.Application;

/// <summary>How PostgreSQL finds its rows where there are many: what a page or a figure asks never reads the table of leads from end to end.</summary>
public sealed class PlanTests : LeadsOnPostgres
{
    private const int Many = 20_000;

    [Fact]
    public async Task Lists_search_board_hot_list_and_figures_never_scan_all_leads()
    {
        // EF looks only once a second whether anybody listens: from before the rows are written is early enough.
        using var statements = new Statements(Module.Database.ConnectionString);
        await Module.DoAsync<ILargeDemoSet, IReadOnlyList<IIntegrationEvent>>(set => set.WriteAsync(Many, default));
        Module.User.Become(DemoPeople.Sales, "sales");
        var lost = await SearchAsync(new SearchLeads { Status = "lost", Page = new PageRequest(PerPage: 20, Sort: "-score") });
        var cursor = lost.NextCursor;

        await SearchAsync(new SearchLeads());
        await SearchAsync(new SearchLeads { Page = new PageRequest(Sort: "-created_at") });
        await SearchAsync(new SearchLeads { Page = new PageRequest(Sort: "last_name") });
        await SearchAsync(new SearchLeads { Page = new PageRequest(Sort: "-estimated_value") });
        await SearchAsync(new SearchLeads { Status = "new", AssignedTo = "me" });
        await SearchAsync(new SearchLeads { Status = "lost", Page = new PageRequest(PerPage: 20, Cursor: cursor, Sort: "-score") });
        await SearchAsync(new SearchLeads { Q = "kowalski" });
        await SearchAsync(new SearchLeads { Stale = true });
        await SearchAsync(new SearchLeads { Overdue = true });
        foreach (var list in (SearchLeads[])[new(), new() { Page = new PageRequest(Sort: "-created_at") }, new() { Page = new PageRequest(Sort: "last_name") },
            new() { Page = new PageRequest(Sort: "-estimated_value") }, new() { Status = "new", AssignedTo = "me" }, new() { Status = "lost", Page = new PageRequest(Sort: "-score") }, new() { Q = "kowalski" }])
            (await Module.DoAsync<GetLeadNeighboursHandler, Result<LeadNeighbours>>(h => h.HandleAsync(new GetLeadNeighbours(lost.Items[^1].Id, list), default))).IsSuccess.ShouldBeTrue();
        await Module.DoAsync<GetLeadBoardHandler, Result<LeadBoard>>(h => h.HandleAsync(new GetLeadBoard(new SearchLeads()), default));
        await Module.DoAsync<GetLeadBoardHandler, Result<LeadBoard>>(h => h.HandleAsync(new GetLeadBoard(new SearchLeads { AssignedTo = "me", Temperature = "hot,warm" }), default));
        await Module.DoAsync<GetHotLeadsHandler, Result<PageOf<LeadRow>>>(h => h.HandleAsync(new GetHotLeads(null, new PageRequest()), default));
        await Module.DoAsync<GetLeadStatsHandler, Result<LeadStats>>(h => h.HandleAsync(new GetLeadStats(null), default));

        await Module.DoAsync<GetResponseFiguresHandler, Result<ResponseFigures>>(h => h.HandleAsync(new GetResponseFigures(), default));
        await Module.DoAsync<GetLeadFollowUpsHandler, Result<LeadFollowUps>>(h => h.HandleAsync(new GetLeadFollowUps(AssignedTo: "all"), default));
        await Module.DoAsync<RemindOfLeadFollowUps, JobOutcome>(job => job.RunAsync(default));
        await Module.DoAsync<EscalateWaitingLeads, JobOutcome>(job => job.RunAsync(default));
        statements.Seen.Count(s => s.CommandText.Contains("percentile_cont", StringComparison.Ordinal) || s.CommandText.Contains("lead_escalations", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(2);
        statements.Seen.Count.ShouldBeGreaterThan(25);
        await using var connection = await Module.Database.OpenAsync();

        // The test server commits asynchronously: rows whose commit is not on disk yet are not called visible to all, and an
        // index alone does not answer for them.
        foreach (var preparation in new[] { "CHECKPOINT", "VACUUM (ANALYZE) leads.leads" })
        {
            await using var prepare = new NpgsqlCommand(preparation, connection);
            await prepare.ExecuteNonQueryAsync();
        }

        foreach (var statement in statements.Seen)
        {
            var plan = await PlanOfAsync(connection, statement);
            plan.ShouldNotContain("Seq Scan on leads", Case.Sensitive, $"{statement.CommandText}\n{plan}");
        }
    }

    private static async Task<string> PlanOfAsync(NpgsqlConnection connection, NpgsqlCommand statement)
    {
        await using var explain = new NpgsqlCommand($"EXPLAIN {statement.CommandText}", connection);
        foreach (NpgsqlParameter parameter in statement.Parameters) explain.Parameters.Add(parameter.Clone());
        await using var reader = await explain.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    /// <summary>The statements that the module sends to one database, as EF tells of them.</summary>
    private sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string? _database;
        private readonly List<IDisposable> _subscriptions = [];

        public Statements(string connectionString)
        {
            _database = new NpgsqlConnectionStringBuilder(connectionString).Database;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public List<NpgsqlCommand> Seen { get; } = [];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore") _subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted", Value: CommandExecutedEventData { Command: NpgsqlCommand command } } && IsOurs(command))
                lock (Seen) Seen.Add(command.Clone());
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(s => s.Dispose());

        private bool IsOurs(DbCommand command) => command.Connection?.Database == _database && (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) || command.CommandText.StartsWith("WITH", StringComparison.Ordinal));
    }
}
