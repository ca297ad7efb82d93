using IswitchRoofs.Host.Web;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

internal static class LeadPeople
{
    /// <summary>Who can be given a lead.</summary>
    public static IEnumerable<SelectListItem> TakingLeads(this Colleagues people) => people.Choices("sales", "manager", "admin");
}
