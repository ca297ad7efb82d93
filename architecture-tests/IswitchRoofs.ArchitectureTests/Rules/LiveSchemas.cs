using IswitchRoofs.ArchitectureTests.Scanning;
using Npgsql;

namespace IswitchRoofs.ArchitectureTests.Rules;

/// <summary>Rules over a real database after all migrations: what raw SQL in a migration did is seen here only.</summary>
internal static class LiveSchemas
{
    // Objects that belong to an extension (pg_trgm, btree_gist, citext) are nobody's.
    private const string OurNamespaces = """
        ours AS (SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY($1)),
        foreigners AS (SELECT objid FROM pg_depend WHERE deptype = 'e')
        """;

    private const string Tables = $"""
        WITH {OurNamespaces}
        SELECT n.nspname || '.' || c.relname, CASE WHEN n.oid IN (SELECT oid FROM ours) THEN NULL ELSE 'lives in no module''s schema' END
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
          AND c.oid NOT IN (SELECT objid FROM foreigners)
        """;

    private const string ForeignKeys = """
        SELECT fn.nspname || '.' || f.relname || ' (' || c.conname || ')',
               CASE WHEN f.relnamespace = t.relnamespace THEN NULL ELSE 'is a foreign key into schema ' || tn.nspname END
        FROM pg_constraint c
        JOIN pg_class f ON f.oid = c.conrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
        JOIN pg_class t ON t.oid = c.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
        WHERE c.contype = 'f' AND fn.nspname = ANY($1 || ARRAY['public'])
        """;

    private const string Views = """
        SELECT DISTINCT vn.nspname || '.' || v.relname,
               CASE WHEN v.relnamespace = r.relnamespace THEN NULL ELSE 'reads ' || rn.nspname || '.' || r.relname END
        FROM pg_rewrite w
        JOIN pg_class v ON v.oid = w.ev_class JOIN pg_namespace vn ON vn.oid = v.relnamespace
        JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_class'::regclass
        JOIN pg_class r ON r.oid = d.refobjid JOIN pg_namespace rn ON rn.oid = r.relnamespace
        WHERE r.oid <> v.oid AND vn.nspname = ANY($1) AND rn.nspname NOT IN ('pg_catalog', 'information_schema')
        """;

    private const string Triggers = """
        SELECT tn.nspname || '.' || t.relname || ' (' || g.tgname || ')',
               CASE WHEN t.relnamespace = p.pronamespace THEN NULL ELSE 'calls a function of schema ' || pn.nspname END
        FROM pg_trigger g
        JOIN pg_class t ON t.oid = g.tgrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
        JOIN pg_proc p ON p.oid = g.tgfoid JOIN pg_namespace pn ON pn.oid = p.pronamespace
        WHERE NOT g.tgisinternal AND tn.nspname = ANY($1)
        """;

    private const string Functions = $$"""
        WITH {{OurNamespaces}}
        SELECT n.nspname || '.' || p.proname || '()', 'mentions schema ' || o.nspname
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        JOIN ours o ON o.nspname <> n.nspname
        WHERE n.nspname = ANY($1 || ARRAY['public']) AND p.oid NOT IN (SELECT objid FROM foreigners)
          AND coalesce(p.prosrc, '') || coalesce(pg_get_function_sqlbody(p.oid), '') ~* ('(^|[^a-z0-9_.])"?' || o.nspname || '"?\s*\.')
        """;

    /// <summary>D-2</summary>
    public static async Task<Outcome> NothingCrossesAsync(NpgsqlConnection connection)
    {
        var examined = new List<string>();
        var violations = new List<string>();
        foreach (var query in new[] { Tables, ForeignKeys, Views, Triggers, Functions })
        {
            await using var command = new NpgsqlCommand(query, connection) { Parameters = { new() { Value = CodeBase.ModuleNames.Select(RawSql.SchemaOf).ToArray() } } };
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                examined.Add(reader.GetString(0));
                if (!await reader.IsDBNullAsync(1))
                    violations.Add($"  {reader.GetString(0)} {reader.GetString(1)}");
            }
        }
        return new Outcome(examined, violations);
    }

    /// <summary>D-3: asks as the module's role for a row of every table; its own must answer, all others must refuse.</summary>
    public static async Task<Outcome> RoleSeesOnlyItsOwnAsync(NpgsqlConnection asModule, string module)
    {
        var tables = new List<(string Schema, string Name)>();
        await using (var command = new NpgsqlCommand(
            "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname = ANY($1)", asModule)
        { Parameters = { new() { Value = CodeBase.ModuleNames.Select(RawSql.SchemaOf).ToArray() } } })
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                tables.Add((reader.GetString(0), reader.GetString(1)));
        }

        var violations = new List<string>();
        foreach (var (schema, name) in tables)
        {
            var own = schema == RawSql.SchemaOf(module);
            var answered = await AnswersAsync(asModule, $"SELECT * FROM \"{schema}\".\"{name}\" LIMIT 1");
            if (own && !answered)
                violations.Add($"  {module} cannot read its own {schema}.{name}");
            if (!own && answered)
                violations.Add($"  {module} can read {schema}.{name}");
        }
        if (!tables.Exists(table => table.Schema == RawSql.SchemaOf(module)))
            violations.Add($"  {module} has no table of its own");
        return new Outcome([.. tables.Select(table => $"{table.Schema}.{table.Name}")], violations);
    }

    private static async Task<bool> AnswersAsync(NpgsqlConnection connection, string sql)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }
}
