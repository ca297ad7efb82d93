using Npgsql;

namespace IswitchRoofs.Shared.Infrastructure.Jobs;

/// <summary>Runs that found nothing to do are of interest for two days, the others for a year and some.</summary>
internal sealed class JobRunsSweep(NpgsqlDataSource database) : IRecurringJob
{
    public async Task<JobOutcome> RunAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            DELETE FROM jobs.runs
            WHERE (outcome = 'succeeded' AND counts = '{}' AND asked_by IS NULL AND started_at < now() - interval '2 days') OR started_at < now() - interval '400 days'
            """);

        // Its own traces are not worth a trace.
        await command.ExecuteNonQueryAsync(ct);
        return JobOutcome.Nothing;
    }
}
