using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Host.Tests.Http;

[Collection(HostFixture.Shared)]
public sealed class PartnersApiTests(HostFixture host)
{
    [Fact]
    public async Task A_partner_is_entered_changed_listed_thrown_away_and_restored_as_every_resource_is()
    {
        using var manager = await host.SignInAsync("manager");
        var name = $"Lakeside {Guid.NewGuid():N}";
        using var created = await manager.PostAsJsonAsync("/api/partners", new { company_name = name, category = "real_estate_agent", phone = "(248) 555-0171", status = "active" });
        var partner = await created.OkAsync(HttpStatusCode.Created);
        var uri = created.Headers.Location!.ToString();
        partner.GetProperty("partner_code").GetString().ShouldStartWith("lakeside-");
        (partner.GetProperty("tier").GetString(), partner.GetProperty("base_rate").GetDecimal(), partner.GetProperty("phone").GetString()).ShouldBe(("bronze", 8, "+12485550171"));

        using var patched = await manager.SendAsync(HttpMethod.Patch, uri, new { commission_rate = 6.5, partner_code = $"L-{name[^20..]}" }, ("If-Match", created.Headers.ETag!.ToString()));
        (await patched.OkAsync()).GetProperty("base_rate").GetDecimal().ShouldBe(6.5m);
        await (await manager.SendAsync(HttpMethod.Patch, uri, new { notes = "late" }, ("If-Match", created.Headers.ETag!.ToString()))).ProblemAsync(412, "stale_version");
        await (await manager.SendAsync(HttpMethod.Patch, uri, new { tier = "platinum" })).ProblemAsync(400, "unknown_field", "tier");
        (await (await manager.GetAsync($"/api/partners?q={name}&category=real_estate_agent,contractor&tier=bronze&status=active")).OkAsync()).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await manager.SendAsync(HttpMethod.Get, uri, null, ("If-None-Match", patched.Headers.ETag!.ToString()))).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        (await manager.DeleteAsync(uri)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await manager.GetAsync(uri)).ProblemAsync(404, "leads.partner_not_found");
        await (await manager.PostAsync($"{uri}/restore", null)).OkAsync();
        await (await manager.PostAsJsonAsync("/api/partners", new { company_name = "x", category = "contractor", partner_code = $"L-{name[^20..]}" })).ProblemAsync(409, "leads.partner_code_taken");
    }

    [Fact]
    public async Task A_referral_is_sent_once_and_its_money_goes_its_way_in_order()
    {
        using var manager = await host.SignInAsync("manager");
        using var sales = await host.SignInAsync("sales");
        var partner = await HavingPartnerAsync(manager);
        var body = new { partner_code = partner.GetProperty("partner_code").GetString(), first_name = "Rae", last_name = "Ferral", email = $"{Guid.CreateVersion7():N}@example.com", zip_code = "48009" };
        var key = Guid.NewGuid().ToString();

        using var made = await sales.SendAsync(HttpMethod.Post, "/api/referrals", body, ("Idempotency-Key", key));
        var referral = await made.OkAsync(HttpStatusCode.Created);
        using var again = await sales.SendAsync(HttpMethod.Post, "/api/referrals", body, ("Idempotency-Key", key));
        again.Headers.Contains("Idempotency-Replayed").ShouldBeTrue();
        (await again.JsonAsync()).GetProperty("id").GetGuid().ShouldBe(referral.GetProperty("id").GetGuid());
        var problem = await (await sales.PostAsJsonAsync("/api/referrals", body)).ProblemAsync(409, "duplicate_suspected");
        problem.GetProperty("matches").GetArrayLength().ShouldBe(1);

        var uri = made.Headers.Location!.ToString();
        await (await sales.PostAsync($"{uri}/commission/approve", null)).ProblemAsync(403);
        await (await manager.PostAsync($"{uri}/commission/approve", null)).ProblemAsync(409, "leads.commission_not_fixed");
        await (await manager.PostAsJsonAsync($"{uri}/commission/pay", new { reference = "CHK-1" })).ProblemAsync(409, "leads.commission_not_approved");
        await (await manager.PostAsJsonAsync($"{uri}/commission/pay", new { })).ProblemAsync(400, field: "reference");

        await WinAndCompleteAsync(manager, referral.GetProperty("lead_id").GetGuid(), 24_500);
        var done = await Eventually.GetAsync(
            async () => await (await manager.GetAsync(uri)).OkAsync(), r => r.GetProperty("status").GetString() == "completed", "the referral follows the project");
        (done.GetProperty("commission_amount").GetDecimal(), done.GetProperty("commission_status").GetString()).ShouldBe((2_450m, "fixed"));

        (await (await manager.PostAsync($"{uri}/commission/approve", null)).OkAsync()).GetProperty("commission_status").GetString().ShouldBe("approved");
        (await (await manager.PostAsJsonAsync($"{uri}/commission/pay", new { reference = "CHK-1" })).OkAsync()).GetProperty("status").GetString().ShouldBe("paid");
        await (await manager.PostAsJsonAsync($"{uri}/commission/pay", new { reference = "CHK-1" })).OkAsync();
        await (await manager.PostAsJsonAsync($"{uri}/commission/pay", new { reference = "CHK-2" })).ProblemAsync(409, "leads.commission_paid");
        (await (await sales.GetAsync($"{uri}/ledger")).OkAsync()).GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ShouldBe(["fixed", "approved", "paid"]);
        await (await manager.DeleteAsync(uri)).ProblemAsync(409, "leads.referral_has_commission");
        await (await manager.DeleteAsync($"/api/partners/{partner.GetProperty("id").GetGuid()}")).ProblemAsync(409, "leads.partner_has_referrals");

        var stats = await (await sales.GetAsync($"/api/partners/{partner.GetProperty("id").GetGuid()}/stats")).OkAsync();
        stats.GetProperty("total").GetProperty("commission_paid").GetDecimal().ShouldBe(2_450);
        (await (await sales.GetAsync($"/api/referrals?partner_id={partner.GetProperty("id").GetGuid()}&status=paid")).OkAsync()).GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_salesperson_enters_partners_and_referrals_and_changes_neither()
    {
        using var sales = await host.SignInAsync("sales");
        using var manager = await host.SignInAsync("manager");
        await (await sales.PostAsJsonAsync("/api/partners", new { company_name = "x", category = "contractor", status = "active" })).ProblemAsync(403, "leads.partner_needs_manager");
        await (await sales.PostAsJsonAsync("/api/partners", new { company_name = "x", category = "contractor", commission_rate = 50 })).ProblemAsync(403, "leads.partner_needs_manager");
        using var created = await sales.PostAsJsonAsync("/api/partners", new { company_name = "Sam's friend", category = "contractor" });
        var partner = await created.OkAsync(HttpStatusCode.Created);
        partner.GetProperty("status").GetString().ShouldBe("pending");
        await (await sales.SendAsync(HttpMethod.Patch, created.Headers.Location!.ToString(), new { status = "active" })).ProblemAsync(403);
        await (await sales.PostAsJsonAsync("/api/referrals", new { partner_id = partner.GetProperty("id").GetGuid(), first_name = "A", last_name = "B", email = "ab@example.com" }))
            .ProblemAsync(409, "leads.partner_not_active");
    }

    [Theory]
    [InlineData("""{"category":"contractor"}""", "company_name")]
    [InlineData("""{"company_name":"x"}""", "category")]
    [InlineData("""{"company_name":"x","category":"plumber"}""", "category")]
    [InlineData("""{"company_name":"x","category":"contractor","commission_rate":51}""", "commission_rate")]
    [InlineData("""{"company_name":"x","category":"contractor","commission_rate":1.234}""", "commission_rate")]
    [InlineData("""{"company_name":"x","category":"contractor","partner_code":"no spaces"}""", "partner_code")]
    [InlineData("""{"company_name":"x","category":"contractor","email":"nobody"}""", "email")]
    [InlineData("""{"company_name":"x","category":"contractor","phone":"12"}""", "phone")]
    [InlineData("""{"company_name":"x","category":"contractor","agreement_starts_on":"2026-02-01","agreement_ends_on":"2026-01-01"}""", "agreement_ends_on")]
    [InlineData("""{"company_name":"x","category":"contractor","tier":"gold"}""", "tier")]
    public async Task Nonsense_about_a_partner_is_refused_by_name(string body, string field)
    {
        using var manager = await host.SignInAsync("manager");
        await (await manager.SendAsync(HttpMethod.Post, "/api/partners", body)).ProblemAsync(400, field: field);
    }

    [Theory]
    [InlineData("/api/partners?tier=iron", "tier")]
    [InlineData("/api/partners?color=red", "color")]
    [InlineData("/api/partners?sort=shoe_size", "sort")]
    [InlineData("/api/referrals?status=sold", "status")]
    [InlineData("/api/referrals?from=yesterday", "from")]
    [InlineData("/api/referrals?partner_id=7", "partner_id")]
    [InlineData("/api/partners/stats?from=2026-02-01&to=2026-01-01", "to")]
    public async Task Filters_that_make_no_sense_are_refused_by_name(string address, string field)
    {
        using var sales = await host.SignInAsync("sales");
        await (await sales.GetAsync(address)).ProblemAsync(400, field: field);
    }

    private static async Task<JsonElement> HavingPartnerAsync(HttpClient manager)
    {
        using var created = await manager.PostAsJsonAsync("/api/partners", new { company_name = $"Acme {Guid.NewGuid():N}", category = "insurance_agent", status = "active" });
        return await created.OkAsync(HttpStatusCode.Created);
    }

    internal static async Task WinAndCompleteAsync(HttpClient manager, Guid lead, decimal value)
    {
        var won = await (await manager.PostAsJsonAsync($"/api/leads/{lead}/convert", new { create_project = true })).OkAsync();
        var project = $"/api/projects/{won.GetProperty("project_id").GetGuid()}";
        await (await manager.SendAsync(HttpMethod.Patch, project, new { contract_value = value, start_date = "2026-05-04", end_date = "2026-05-06" })).OkAsync();
        foreach (var status in (string[])["approved", "scheduled", "in_progress", "inspection", "completed"])
            await (await manager.PostAsJsonAsync($"{project}/status", new { status })).OkAsync();
    }
}
