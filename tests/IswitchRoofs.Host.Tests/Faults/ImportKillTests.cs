using System.Net;
using System.Net.Http.Headers;
using System.Text;
using IswitchRoofs.Host.Tests.Http;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Host.Tests.Faults;

/// <summary>L6 between hosts: whoever dies in the middle of a file, every row of it comes in once.</summary>
[Trait("Category", "Fault")]
[Collection(FaultSettings.OneAtATime)]
public sealed class ImportKillTests
{
    private const int Rows = 10_000;

    [Fact]
    public async Task A_file_comes_in_once_though_the_host_that_brings_it_in_is_killed()
    {
        await using var database = await HostFixture.CreateDatabaseAsync();
        var settings = FaultSettings.On(database.ConnectionString);
        await using var other = await StartAsync(settings);
        string address;
        await using (var host = await StartAsync(settings))
        {
            using var uploaded = await LeadImportTests.UploadAsync(host.Http, Csv());
            await uploaded.OkAsync(HttpStatusCode.Created);
            address = uploaded.Headers.Location!.OriginalString;
            (await host.Http.SendAsync(HttpMethod.Post, $"{address}/validate")).Dispose();
            await LeadImportTests.EndedAsync(host.Http, address, "validated");
            using var run = await host.Http.SendAsync(HttpMethod.Post, $"{address}/run");
            await run.OkAsync(HttpStatusCode.Accepted);
            await Eventually.GetAsync(() => CountAsync(database), count => count > 0, "the first batch is in", TimeSpan.FromSeconds(30));
            await host.KillAsync();
            (await CountAsync(database)).ShouldBeLessThan(Rows, "it died in the middle");
        }

        (await LeadImportTests.EndedAsync(other.Http, address, "completed")).GetProperty("counts").GetProperty("created").GetInt32().ShouldBe(Rows);
        (await CountAsync(database)).ShouldBe(Rows);
        (await database.ScalarAsync<long>("SELECT count(DISTINCT email) FROM leads.leads WHERE import_id IS NOT NULL")).ShouldBe(Rows);
        (await database.ScalarAsync<long>("SELECT count(*) FROM leads.audit_entries a JOIN leads.leads l ON l.id = a.entity_id WHERE l.import_id IS NOT NULL AND a.action = 'created'")).ShouldBe(Rows);
        await Ledger.RelayedAsync(database);
        (await database.ScalarAsync<long>("SELECT count(*) FROM customers.lead_refs r JOIN leads.leads l ON l.id = r.lead_id WHERE l.import_id IS NOT NULL")).ShouldBe(Rows, "others know each of them");
    }

    private static async Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var host = await HostProcess.StartAsync(settings);
        host.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await HostFixture.LogInAsync(host.Http, "admin"));
        return host;
    }

    private static Task<long> CountAsync(TestDatabase database) => database.ScalarAsync<long>("SELECT count(*) FROM leads.leads WHERE import_id IS NOT NULL");

    private static string Csv()
    {
        var text = new StringBuilder("Name,E-mail,Source\n");
        for (var i = 0; i < Rows; i++) text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"Ann Lee{i},ann{i}@example.org,Referral");
        return text.ToString();
    }
}
