using Npgsql;

namespace IswitchRoofs.TestKit;

/// <summary>
/// One PostgreSQL role for each module, with rights in its own schema only. Under it a query that reaches into another
/// module's schema fails, whatever the code that built it looks like.
/// </summary>
public static class ModuleRoles
{
    /// <summary>
    /// Creates the role <c>iswitchroofs_{schema}</c> where it is missing and grants it its schema. Call after the
    /// migrations, as the owner of the tables. Answers a connection string that works as the role.
    /// </summary>
    public static async Task<string> GrantAsync(string connectionString, string schema)
    {
        var role = NameOf(schema);
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        // Roles belong to the whole server, and two test classes may ask at once.
        await using var command = new NpgsqlCommand($"""
            DO $$ BEGIN CREATE ROLE {role} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            GRANT USAGE ON SCHEMA {schema} TO {role};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role};
            GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA {schema} TO {role};
            GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {schema} TO {role};
            """, connection);
        await command.ExecuteNonQueryAsync();
        return AsModule(connectionString, schema);
    }

    /// <summary>Every connection starts as the module's role; resetting a pooled connection returns to it.</summary>
    public static string AsModule(string connectionString, string schema) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Options = $"-c role={NameOf(schema)}" }.ConnectionString;

    private static string NameOf(string schema) => $"iswitchroofs_{schema}";
}
