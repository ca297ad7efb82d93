using IswitchRoofs.Identity.Application.Users;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

internal static class LeadPeople
{
    /// <summary>Who can be given a lead.</summary>
    public static IEnumerable<Person> TakingLeads(this People people) =>
        people.All.Where(p => p is { IsActive: true, Role: "sales" or "manager" or "admin" });
}
