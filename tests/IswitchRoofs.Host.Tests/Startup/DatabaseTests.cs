using IswitchRoofs.Host.Startup;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace IswitchRoofs.Host.Tests.Startup;

public sealed class DatabaseTests
{
    [Fact]
    public void Connections_give_up_in_time_prepare_what_is_asked_often_and_are_not_reset()
    {
        var used = UsedFor("Host=db;Username=crm");

        (used.Timeout, used.MaxAutoPrepare, used.NoResetOnClose, used.MaxPoolSize).ShouldBe((2, 200, true, 40));
        (used.Host, used.Username).ShouldBe(("db", "crm"));
    }

    [Fact]
    public void What_the_connection_string_says_about_connections_holds()
    {
        var used = UsedFor("Host=db;Timeout=9;Max Auto Prepare=0;No Reset On Close=false;Maximum Pool Size=7;Command Timeout=4;Application Name=crm");

        (used.Timeout, used.MaxAutoPrepare, used.NoResetOnClose, used.MaxPoolSize, used.CommandTimeout, used.ApplicationName).ShouldBe((9, 0, false, 7, 4, "crm"));
    }

    private static NpgsqlConnectionStringBuilder UsedFor(string given) => new(Database.ConnectionString(
        new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Database", given)]).Build()));
}
