using IswitchRoofs.IntegrationEvents.Identity;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Infrastructure;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Leads.Tests.Application;

/// <summary>The module on a database of its own, and short ways to say what a test does.</summary>
public abstract class LeadsOnPostgres : IAsyncLifetime
{
    private int _named;

    protected ModuleUnderTest Module { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Module = await ModuleUnderTest.StartAsync("leads", (services, configuration) => services.AddLeadsModule(configuration));

    public async Task DisposeAsync() => await Module.DisposeAsync();

    /// <summary>Nobody's duplicate.</summary>
    protected CreateLead Somebody(string? lastName = null)
    {
        var number = ++_named;
        return new CreateLead
        {
            FirstName = "Ann",
            LastName = lastName ?? $"Lee{number}",
            Email = $"ann{number}@example.com",
            Source = "website_form",
            ZipCode = "48009",
        };
    }

    protected async Task<LeadDetails> HavingAsync(CreateLead? command = null) => (await CreateAsync(command ?? Somebody())).Value.Value;

    protected Task<Result<Versioned<LeadDetails>>> CreateAsync(CreateLead command) =>
        Module.DoAsync<CreateLeadHandler, Result<Versioned<LeadDetails>>>(h => h.HandleAsync(command, default));

    protected Task<Result<Versioned<LeadDetails>>> GetAsync(Guid id) =>
        Module.DoAsync<GetLeadHandler, Result<Versioned<LeadDetails>>>(h => h.HandleAsync(new GetLead(id), default));

    protected Task<Result<Versioned<LeadDetails>>> PatchAsync(Guid id, UpdateLead patch, uint? ifVersion = null) =>
        Module.DoAsync<UpdateLeadHandler, Result<Versioned<LeadDetails>>>(h => h.HandleAsync(id, patch, ifVersion, default));

    protected Task<Result<Versioned<LeadDetails>>> AssignAsync(Guid id, AssignLead request, uint? ifVersion = null) =>
        Module.DoAsync<AssignLeadHandler, Result<Versioned<LeadDetails>>>(h => h.HandleAsync(id, request, ifVersion, default));

    protected Task<Result<Versioned<LeadDetails>>> MoveAsync(Guid id, string? status, string? reason = null, uint? ifVersion = null) =>
        Module.DoAsync<ChangeLeadStatusHandler, Result<Versioned<LeadDetails>>>(h => h.HandleAsync(id, new ChangeLeadStatus(status, reason), ifVersion, default));

    protected Task<Result> DeleteAsync(Guid id, uint? ifVersion = null) =>
        Module.DoAsync<DeleteLeadHandler, Result>(h => h.HandleAsync(new DeleteLead(id, ifVersion), default));

    protected Task<Result<Versioned<LeadDetails>>> RestoreAsync(Guid id) =>
        Module.DoAsync<RestoreLeadHandler, Result<Versioned<LeadDetails>>>(h => h.HandleAsync(new RestoreLead(id), default));

    protected async Task<PageOf<LeadRow>> SearchAsync(SearchLeads request) => (await TrySearchAsync(request)).Value;

    protected Task<Result<PageOf<LeadRow>>> TrySearchAsync(SearchLeads request) =>
        Module.DoAsync<SearchLeadsHandler, Result<PageOf<LeadRow>>>(h => h.HandleAsync(request, default));

    protected async Task<PageOf<LeadHistoryRow>> HistoryAsync(Guid id) =>
        (await Module.DoAsync<GetLeadHistoryHandler, Result<PageOf<LeadHistoryRow>>>(h => h.HandleAsync(new GetLeadHistory(id, new PageRequest()), default))).Value;

    /// <summary>Identity tells of a user.</summary>
    protected async Task<Guid> HavingUserAsync(
        string name, string role = "sales", string[]? territories = null, string[]? skills = null, string availability = "available", bool active = true, Guid? id = null)
    {
        var userId = id ?? Guid.CreateVersion7();
        await Module.PublishAsync(new UserChanged(
            Guid.CreateVersion7(), Module.Clock.GetUtcNow(), userId, name, $"{name}@example.com", role, active, availability,
            [Guid.CreateVersion7()], [], territories ?? [], skills ?? []));
        return userId;
    }
}
