using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class BulkSearchIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Functions of the owner: the role that the hosts work as may own nothing.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION leads.defer_search_index() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
                BEGIN
                  ALTER INDEX leads.ix_leads_search SET (fastupdate = on);
                  PERFORM set_config('gin_pending_list_limit', '65536', true);
                END $$;

                CREATE FUNCTION leads.merge_search_index() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
                BEGIN
                  ALTER INDEX leads.ix_leads_search SET (fastupdate = off);
                  PERFORM gin_clean_pending_list('leads.ix_leads_search');
                END $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION leads.defer_search_index(); DROP FUNCTION leads.merge_search_index();");
        }
    }
}
