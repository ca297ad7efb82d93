using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Tests.Application;

public sealed class LeadNeighbourTests : LeadsOnPostgres
{
    [Fact]
    public async Task Stepping_through_a_list_meets_every_row_in_its_order_both_ways()
    {
        string[] sources = ["website_form", "door_to_door", "referral"];
        string[] names = ["Ångström", "lee", "Lee", "O'Brien"];
        for (var i = 0; i < 12; i++)
        {
            Module.Clock.Advance(TimeSpan.FromMicroseconds(i % 3));
            await HavingAsync(Somebody(names[i % names.Length]) with { Source = sources[i % 3], EstimatedValue = i % 4 == 0 ? null : i % 4 });
        }

        foreach (var sort in (string[])["-created_at", "created_at", "-score", "last_name", "-last_name", "estimated_value", "-estimated_value", "-score,last_name"])
        {
            var list = new SearchLeads { Source = "website_form,referral", Page = new PageRequest(Sort: sort) };
            var rows = (await SearchAsync(list)).Items.Select(r => r.Id).ToArray();
            for (var i = 0; i < rows.Length; i++)
            {
                var found = (await NeighboursAsync(rows[i], list)).Value;
                (found.Previous?.Id, found.Next?.Id).ShouldBe((i == 0 ? null : rows[i - 1], i == rows.Length - 1 ? null : rows[i + 1]), $"{sort}, row {i}");
            }
        }
    }

    [Fact]
    public async Task A_lead_that_left_the_list_keeps_its_place_between_those_that_stayed()
    {
        var leads = new List<LeadDetails>();
        for (var i = 0; i < 4; i++)
        {
            Module.Clock.Advance(TimeSpan.FromSeconds(1));
            leads.Add(await HavingAsync(Somebody($"Nr{i}")));
        }

        await MoveAsync(leads[1].Id, "contacted");
        await DeleteAsync(leads[2].Id);

        var list = new SearchLeads { Status = "new", Page = new PageRequest(Sort: "created_at") };
        (await NeighboursAsync(leads[1].Id, list)).Value.ShouldBe(new LeadNeighbours(new(leads[0].Id, "Ann Nr0"), new(leads[3].Id, "Ann Nr3")));
        (await NeighboursAsync(leads[0].Id, list)).Value.ShouldBe(new LeadNeighbours(null, new(leads[3].Id, "Ann Nr3")));
        (await NeighboursAsync(leads[2].Id, list)).Error!.Code.ShouldBe("leads.not_found");
        (await NeighboursAsync(leads[0].Id, list with { Status = "asleep" })).Error!.Fields.Keys.ShouldBe(["status"]);
    }

    private Task<Result<LeadNeighbours>> NeighboursAsync(Guid id, SearchLeads list) =>
        Module.DoAsync<GetLeadNeighboursHandler, Result<LeadNeighbours>>(h => h.HandleAsync(new GetLeadNeighbours(id, list), default));
}
