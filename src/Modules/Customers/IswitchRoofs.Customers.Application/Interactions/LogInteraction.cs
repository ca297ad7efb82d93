using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Customers.Domain.Leads;
using IswitchRoofs.Customers.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>
/// Logs a call, a mail, a visit or a note with a customer or a lead. The customer is filled in when the lead became
/// one, or from the project.
/// </summary>
public sealed record LogInteraction : InteractionFields
{
    public Guid? CustomerId { get; init; }
    public Guid? LeadId { get; init; }
    public Guid? ProjectId { get; init; }
}

public sealed class LogInteractionHandler(
    IRepository<Interaction> interactions, InteractionLogging logging, InteractionAnswers answers, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    public async Task<Result<Versioned<InteractionDetails>>> HandleAsync(LogInteraction command, CancellationToken ct)
    {
        var allowed = user.MayDo(CustomersPermissions.WriteInteractions, CustomersPermissions.LogAssignedInteractions);
        if (allowed.IsFailure) return allowed.Error;
        var logged = await logging.MakeAsync(command, clock.Now, ct);
        if (logged.IsFailure) return logged.Error;
        interactions.Add(logged.Value);
        await interactions.SaveChangesAsync(ct);
        return await answers.OfAsync(logged.Value, ct);
    }
}

/// <summary>What logging and logging the next step after a follow-up have in common.</summary>
public sealed class InteractionLogging(
    IReadRepository<Customer> customers, IReadRepository<LeadRef> leads, IReadRepository<ProjectFact> projects, ICurrentUser user)
{
    internal async Task<Result<Interaction>> MakeAsync(LogInteraction command, DateTimeOffset now, CancellationToken ct)
    {
        var facts = InteractionInput.Read(command, now);
        if (facts.IsFailure) return facts.Error;
        var customer = await CustomerOfAsync(command, ct);
        if (customer.IsFailure) return customer.Error;
        return Interaction.Log(
            InteractionId.New(now), facts.Value, new InteractionParties(customer.Value, command.LeadId, command.ProjectId), user.ToLogger(), now);
    }

    private async Task<Result<CustomerId?>> CustomerOfAsync(LogInteraction command, CancellationToken ct)
    {
        var all = user.Has(CustomersPermissions.WriteInteractions);
        var known = command.CustomerId
            ?? (command.LeadId is { } lead ? (await leads.FirstOrDefaultAsync(new RefOfLead(lead), ct))?.CustomerId : null)
            ?? (command.ProjectId is { } project ? (await projects.FirstOrDefaultAsync(new ProjectToLogOn(project), ct))?.CustomerId : null);

        // Whoever works on projects only logs nothing about a mere lead: they could not even see it.
        if (known is not { } id) return all ? (CustomerId?)null : InteractionErrors.CustomerUnknown();
        var scope = new CustomerScope(all ? null : user.Id ?? Guid.Empty);
        if (await customers.AnyAsync(new CustomerToJudge(CustomerId.From(id), scope), ct)) return (CustomerId?)CustomerId.From(id);

        // A lead's customer in the trash does not stop anybody from logging with the lead.
        return all && command.CustomerId is null && command.LeadId is not null ? (CustomerId?)null : InteractionErrors.CustomerUnknown();
    }
}
