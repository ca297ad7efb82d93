using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Projects.Application;
using IswitchRoofs.Projects.Application.Projects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Projects.Pages;

[Authorize(ProjectsPermissions.Write)]
public sealed class CreateModel(CreateProjectHandler create, ListCustomerChoicesHandler customers, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public ProjectForm Input { get; set; } = new();

    public IEnumerable<SelectListItem> Customers { get; private set; } = [];

    public IEnumerable<SelectListItem> Types { get; } = [.. Choices.Of(ProjectChoices.Types)];

    public IEnumerable<SelectListItem> Priorities { get; } = [.. Choices.Of(ProjectChoices.Priorities, "medium")];

    public IEnumerable<SelectListItem> Materials { get; } = [.. Choices.Of(ProjectChoices.Materials)];

    public IEnumerable<SelectListItem> Managers => colleagues.Choices("manager", "admin");

    public IEnumerable<SelectListItem> Technicians => colleagues.Choices("field_tech");

    /// <param name="customerId">Chosen already when one comes from a customer's page.</param>
    public async Task OnGetAsync([FromQuery(Name = "customer_id")] Guid? customerId, CancellationToken ct)
    {
        Input.CustomerId = customerId;
        await LoadChoicesAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var created = await create.HandleAsync(Input.ToCommand(), ct);
            if (created.IsSuccess)
            {
                this.Toast("Project created");
                return RedirectToPage("Details", new { id = created.Value.Id });
            }

            ModelState.AddError(created.Error, nameof(Input));
        }

        await LoadChoicesAsync(ct);
        return Page();
    }

    private async Task LoadChoicesAsync(CancellationToken ct)
    {
        await colleagues.LoadAsync(ct);
        var choices = await customers.HandleAsync(new ListCustomerChoices(), ct);
        if (choices.IsSuccess) Customers = choices.Value.Select(c => new SelectListItem(c.Name, c.Id.ToString()));
    }
}

public sealed class ProjectForm
{
    public Guid? CustomerId { get; set; }
    public string? Name { get; set; }
    public string? ProjectType { get; set; }
    public string? Priority { get; set; } = "medium";
    public string? Address { get; set; }
    public int? RoofSizeSqft { get; set; }
    public string? RoofMaterial { get; set; }
    public decimal? ContractValue { get; set; }
    public decimal? Budget { get; set; }
    public DateOnly? StartDate { get; set; }
    public DateOnly? EndDate { get; set; }
    public Guid? ProjectManagerId { get; set; }
    public Guid? TeamMember { get; set; }
    public bool InsuranceClaim { get; set; }
    public string? ClaimNumber { get; set; }
    public string? Notes { get; set; }

    internal CreateProject ToCommand() => new()
    {
        CustomerId = CustomerId,
        Name = Name,
        ProjectType = ProjectType,
        Priority = Priority,
        Address = Address,
        RoofSizeSqft = RoofSizeSqft,
        RoofMaterial = RoofMaterial,
        ContractValue = ContractValue,
        Budget = Budget,
        StartDate = StartDate,
        EndDate = EndDate,
        ProjectManagerId = ProjectManagerId,
        AssignedTeam = TeamMember is { } member ? [member] : [],
        InsuranceClaim = InsuranceClaim,
        ClaimNumber = ClaimNumber,
        Notes = Notes,
    };
}
