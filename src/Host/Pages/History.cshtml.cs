using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Projects.Application;
using IswitchRoofs.Projects.Application.Projects;
using IswitchRoofs.Scheduling.Application;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Pages;

/// <summary>
/// What happened to one record, for whoever may read the record. Values are shown to those who read all records of its kind;
/// others, such as field techs on their projects, read who changed which fields.
/// </summary>
[Authorize]
public sealed class HistoryModel(AuditLog log, Colleagues people, ICurrentUser user, ICompanyClock clock) : PageModel
{
    private const int MostShown = 30;

    // Sign-ins and other security events about a person are for the audit log.
    private static readonly string[] Everyday = ["created", "updated", "deleted", "restored", "converted"];

    public string Type { get; private set; } = "";

    public string BackUrl { get; private set; } = "/";

    public bool IsFragment => Request.Headers.ContainsKey("HX-Request");

    public bool HasMore { get; private set; }

    internal IReadOnlyList<(AuditRecord Entry, IReadOnlyList<AuditChange> Changes)> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string type, Guid id, CancellationToken ct)
    {
        var sight = await SightAsync(type, id, ct);
        if (sight == Sight.None) return NotFound();
        (Type, BackUrl) = (type, RecordAddresses.Of(type, id) ?? "/");
        await people.LoadAsync(ct);
        var found = await log.ReadAsync(new AuditFilter(type, id, null, null, null, null, null), MostShown + 1, ct);
        HasMore = found.Count > MostShown;
        Entries =
        [
            .. found.Take(MostShown).Where(e => sight == Sight.Everything || Everyday.Contains(e.Action))
                .Select(e => (e, Shown(AuditWords.Changes(e, people, clock), sight))),
        ];
        return Page();
    }

    private static IReadOnlyList<AuditChange> Shown(IReadOnlyList<AuditChange> changes, Sight sight) =>
        sight == Sight.Fields ? [.. changes.Select(c => new AuditChange(c.Field, "", "", IsHidden: true))] : changes;

    private async Task<Sight> SightAsync(string type, Guid id, CancellationToken ct)
    {
        if (user.Has(IdentityPermissions.ReadAudit)) return Sight.Everything;
        var services = HttpContext.RequestServices;
        return type switch
        {
            "lead" when user.Has(LeadsPermissions.Read) => If((await services.GetRequiredService<GetLeadHandler>().HandleAsync(new GetLead(id), ct)).IsSuccess, true),
            "customer" when user.Has(CustomersPermissions.Read) || user.Has(CustomersPermissions.ReadAssigned) =>
                If((await services.GetRequiredService<GetCustomerHandler>().HandleAsync(new GetCustomer(id), ct)).IsSuccess, user.Has(CustomersPermissions.Read)),
            "interaction" when user.Has(CustomersPermissions.ReadInteractions) || user.Has(CustomersPermissions.ReadAssignedInteractions) =>
                If((await services.GetRequiredService<GetInteractionHandler>().HandleAsync(new GetInteraction(id), ct)).IsSuccess, user.Has(CustomersPermissions.ReadInteractions)),
            "project" when user.Has(ProjectsPermissions.Read) || user.Has(ProjectsPermissions.ReadAssigned) =>
                If((await services.GetRequiredService<GetProjectHandler>().HandleAsync(new GetProject(id), ct)).IsSuccess, user.Has(ProjectsPermissions.Read)),
            "appointment" when user.Has(SchedulingPermissions.Read) || user.Has(SchedulingPermissions.ReadAssigned) =>
                If((await services.GetRequiredService<GetAppointmentHandler>().HandleAsync(new GetAppointment(id), ct)).IsSuccess, user.Has(SchedulingPermissions.Read)),
            "user" when user.Has(IdentityPermissions.ReadUsers) => If((await services.GetRequiredService<GetUserHandler>().HandleAsync(new GetUser(id), ct)).IsSuccess, true),
            "team" when user.Has(IdentityPermissions.ReadTeams) || user.Has(IdentityPermissions.ReadOwnTeams) =>
                If((await services.GetRequiredService<GetTeamHandler>().HandleAsync(new GetTeam(id), ct)).IsSuccess, user.Has(IdentityPermissions.ReadTeams)),
            _ => Sight.None,
        };
    }

    private static Sight If(bool found, bool all) => !found ? Sight.None : all ? Sight.Values : Sight.Fields;

    private enum Sight
    {
        None,
        Fields,
        Values,
        Everything,
    }
}
