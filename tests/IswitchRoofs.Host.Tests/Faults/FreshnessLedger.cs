using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.Host.Tests.Http;

namespace IswitchRoofs.Host.Tests.Faults;

/// <summary>One lead that is written in every way there is, and what each kept answer has to say of it right after.</summary>
internal sealed class FreshnessLedger
{
    /// <summary>Kinds of writes, done in turn.</summary>
    public const int Writes = 6;

    // Nobody else's, so that filtered lists and boards hold these leads alone; such answers are kept as the unfiltered ones are.
    private const string Zip = "48009-7777";

    private readonly string _uri;
    private readonly string[] _people;
    private readonly List<string> _tags = [];
    private int _number;
    private int _total;
    private int _inZip = 1;
    private string _notes = "";
    private string _status = "new";
    private string? _assignedTo;
    private bool _hot = true;

    private FreshnessLedger(string uri, string? assignedTo, string[] people, int total) => (_uri, _assignedTo, _people, _total) = (uri, assignedTo, people, total);

    private string Id => _uri.Split('/')[^1];

    public static async Task<FreshnessLedger> BeginAsync(HttpClient client)
    {
        var users = await (await client.GetAsync("/api/users?role=sales")).OkAsync();
        string[] people = [.. users.GetProperty("items").EnumerateArray().Select(u => u.GetProperty("id").GetString()!)];
        people.Length.ShouldBeGreaterThan(1);
        using var answer = await client.PostAsJsonAsync("/api/leads", NewLead(hot: true));
        var lead = await answer.OkAsync(HttpStatusCode.Created);
        return new FreshnessLedger(answer.Headers.Location!.ToString(), lead.GetProperty("assigned_to").GetString(), people, await TotalAsync(client));
    }

    public async Task WriteAsync(HttpClient client)
    {
        var number = ++_number;
        using var answer = await ((number % Writes) switch
        {
            1 => client.SendAsync(HttpMethod.Patch, _uri, new { notes = _notes = $"note {number}" }),
            0 => client.PostAsJsonAsync($"{_uri}/status", new { status = _status = _status == "qualified" ? "negotiation" : "qualified" }),
            2 => client.PostAsJsonAsync($"{_uri}/assign", new { assigned_to = _assignedTo = _people.First(p => p != _assignedTo), force = true }),
            3 => TagAsync(client, $"round{number}"),
            4 => client.PostAsJsonAsync("/api/leads", NewLead(hot: false)),
            _ => client.SendAsync(HttpMethod.Patch, _uri, new { property_value = (_hot = !_hot) ? 650_000 : 100_000 }),
        });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        if (number % Writes == 4) (_total, _inZip) = (_total + 1, _inZip + 1);
    }

    public async Task ReadAsync(HttpClient client, string where)
    {
        var lead = await (await client.GetAsync(_uri)).OkAsync();
        (lead.GetProperty("notes").GetString() ?? "").ShouldBe(_notes, where);
        lead.GetProperty("status").GetString().ShouldBe(_status, where);
        lead.GetProperty("assigned_to").GetString().ShouldBe(_assignedTo, where);
        lead.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!).ShouldBe(_tags, where);

        var list = await (await client.GetAsync($"/api/leads?zip_code={Zip}")).OkAsync();
        list.GetProperty("total").GetInt32().ShouldBe(_inZip, where);
        var row = Of(list.GetProperty("items"));
        row.GetProperty("status").GetString().ShouldBe(_status, where);
        row.GetProperty("assigned_to").GetString().ShouldBe(_assignedTo, where);
        row.GetProperty("score").GetInt32().ShouldBe(lead.GetProperty("score").GetInt32(), where);

        var columns = (await (await client.GetAsync($"/api/leads/board?zip_code={Zip}")).OkAsync()).GetProperty("columns").EnumerateArray().ToArray();
        columns.Sum(c => c.GetProperty("count").GetInt32()).ShouldBe(_inZip, where);
        Of(columns.Single(c => c.GetProperty("status").GetString() == _status).GetProperty("items")).GetProperty("assigned_to").GetString().ShouldBe(_assignedTo, where);

        var hot = await (await client.GetAsync("/api/leads/hot?per_page=100")).OkAsync();
        hot.GetProperty("items").EnumerateArray().Any(l => l.GetProperty("id").GetString() == Id).ShouldBe(_hot, where);
        (await TotalAsync(client)).ShouldBe(_total, where);
    }

    private Task<HttpResponseMessage> TagAsync(HttpClient client, string tag)
    {
        string[] former = [.. _tags];
        _tags.Clear();
        _tags.Add(tag);
        return client.PostAsJsonAsync("/api/leads/bulk", new { ids = new[] { Id }, action = "tag", add_tags = new[] { tag }, remove_tags = former });
    }

    private static async Task<int> TotalAsync(HttpClient client) => (await (await client.GetAsync("/api/leads/stats")).OkAsync()).GetProperty("total").GetInt32();

    private JsonElement Of(JsonElement items) => items.EnumerateArray().Single(l => l.GetProperty("id").GetString() == Id);

    private static object NewLead(bool hot) => new
    {
        first_name = "Kept", last_name = "Answer", email = string.Create(CultureInfo.InvariantCulture, $"{Guid.CreateVersion7():N}@example.com"), source = "website_form", zip_code = Zip,
        property_value = hot ? 650_000 : 100_000, urgency = "immediate", project_type = "full_replacement",
    };
}
