using System.Globalization;
using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.FollowUps;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Response;
using IswitchRoofs.Projects.Application;
using IswitchRoofs.Projects.Application.Projects;
using IswitchRoofs.Scheduling.Application;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Pages;

/// <summary>Today: what needs the person who is signed in, out of each module's own queries.</summary>
[Authorize(IdentityPermissions.OwnAccount)]
public sealed class IndexModel(
    SearchLeadsHandler leads, GetResponseDeadlinesHandler deadlines, GetLeadFollowUpsHandler leadFollowUps, SearchAppointmentsHandler appointments, SearchProjectsHandler projects, GetFollowUpsHandler followUps, GetPeopleHandler people,
    ICurrentUser user, ICompanyClock clock) : PageModel
{
    private const int RowsShown = 8;

    public string Day => Formats.LongDay(clock.Today);

    public bool ShowsLeads => user.Has(LeadsPermissions.Read);

    /// <summary>Who leads the office looks after everybody's new leads, the others after their own.</summary>
    public bool SeesEverybodys => user.Has(LeadsPermissions.DeleteAny);

    public PageOf<LeadRow>? Leads { get; private set; }

    public ResponseDeadlines? Deadlines { get; private set; }

    /// <summary>Mine, late or due today.</summary>
    public IReadOnlyList<LeadFollowUp> LeadsToFollowUp { get; private set; } = [];

    public PageOf<AppointmentRow>? Appointments { get; private set; }

    public PageOf<ProjectRow>? Overdue { get; private set; }

    /// <summary>Mine, late or due today, the oldest first.</summary>
    public IReadOnlyList<InteractionDetails> Promises { get; private set; } = [];

    public int PromisesDue { get; private set; }

    public DateOnly Date => clock.Today;

    public People People { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        People = (await people.HandleAsync(new GetPeople(), ct)).Value;
        if (ShowsLeads)
        {
            Leads = await NewLeadsAsync(ct);
            LeadsToFollowUp = [.. (await leadFollowUps.HandleAsync(new GetLeadFollowUps(Days: 0), ct)).Value.Leads.Take(RowsShown)];
            Deadlines = (await deadlines.HandleAsync(new GetResponseDeadlines(), ct)).Value;
        }

        if (user.Has(CustomersPermissions.ReadInteractions) || user.Has(CustomersPermissions.ReadAssignedInteractions)) await FollowUpsAsync(ct);
        if (user.Has(SchedulingPermissions.Read) || user.Has(SchedulingPermissions.ReadAssigned)) Appointments = await MyDayAsync(ct);
        if (user.Has(ProjectsPermissions.Read) || user.Has(ProjectsPermissions.ReadAssigned)) Overdue = await OverdueAsync(ct);
    }

    private async Task<PageOf<LeadRow>?> NewLeadsAsync(CancellationToken ct)
    {
        var found = await leads.HandleAsync(
            new SearchLeads { Status = "new", AssignedTo = SeesEverybodys ? null : "me", Page = new PageRequest(PerPage: RowsShown, Sort: "-score") }, ct);
        return found.IsSuccess ? found.Value : null;
    }

    private async Task<PageOf<AppointmentRow>?> MyDayAsync(CancellationToken ct)
    {
        var today = clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var found = await appointments.HandleAsync(
            new SearchAppointments(new PageRequest(Sort: "starts_at"), AssignedTo: "me", From: today, To: today), ct);
        return found.IsSuccess ? found.Value with { Items = [.. found.Value.Items.Where(a => a.Status != "cancelled")] } : null;
    }

    private async Task FollowUpsAsync(CancellationToken ct)
    {
        var found = await followUps.HandleAsync(new GetFollowUps(Days: 0), ct);
        if (found.IsFailure) return;
        PromisesDue = found.Value.Overdue.Count + found.Value.Today.Count;
        Promises = [.. found.Value.Overdue.Concat(found.Value.Today).Take(RowsShown)];
    }

    // Whom the use case shows fewer projects (a field tech) sees only those here too.
    private async Task<PageOf<ProjectRow>?> OverdueAsync(CancellationToken ct)
    {
        var found = await projects.HandleAsync(new SearchProjects { Overdue = true, Page = new PageRequest(PerPage: RowsShown, Sort: "end_date") }, ct);
        return found.IsSuccess ? found.Value : null;
    }
}
