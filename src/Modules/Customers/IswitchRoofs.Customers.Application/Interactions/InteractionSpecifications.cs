using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Customers.Domain.Leads;
using IswitchRoofs.Customers.Domain.Projects;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>For change or to show, if the caller may see it.</summary>
internal sealed class InteractionById : Specification<Interaction>
{
    internal InteractionById(InteractionId id, InteractionScope scope, bool includingDeleted = false)
    {
        Query.Where(i => i.Id == id).AsTracking();
        if (scope.Customers is { } customers) Query.Where(i => customers.Contains(i.CustomerId));
        if (includingDeleted) Query.IncludingDeleted();
    }
}

internal sealed class InteractionList : Specification<Interaction, InteractionDetails>
{
    internal InteractionList(InteractionFilter filter, InteractionScope scope, PagePlan<Interaction, InteractionDetails> plan)
    {
        if (scope.Customers is { } customers) Query.Where(i => customers.Contains(i.CustomerId));
        if (filter.CustomerId is { } customer) Query.Where(i => i.CustomerId == customer);
        if (filter.LeadId is { } lead) Query.Where(i => i.LeadId == lead);
        if (filter.ProjectId is { } project) Query.Where(i => i.ProjectId == project);
        if (filter.Types is { } types) Query.Where(i => types.Contains(i.InteractionType));
        if (filter.Directions is { } directions) Query.Where(i => directions.Contains(i.Direction));
        if (filter.Outcomes is { } outcomes) Query.Where(i => i.Outcome != null && outcomes.Contains(i.Outcome.Value));
        if (filter.UserId is { } person) Query.Where(i => i.UserId == person);
        if (filter.From is { } from) Query.Where(i => i.OccurredAt >= from);
        if (filter.Until is { } until) Query.Where(i => i.OccurredAt < until);
        switch (filter.FollowUp)
        {
            case FollowUpFilter.Due:
                Query.Where(i => i.FollowUpCompletedAt == null && i.FollowUpOn <= filter.Today);
                break;
            case FollowUpFilter.Overdue:
                Query.Where(i => i.FollowUpCompletedAt == null && i.FollowUpOn < filter.Today);
                break;
            case FollowUpFilter.None:
                Query.Where(i => i.FollowUpOn == null || i.FollowUpCompletedAt != null);
                break;
            default:
                break;
        }

        plan.ApplyTo(Query);
        Select(InteractionMappings.ToDetails);
    }
}

/// <summary>What is still to be done for somebody, the oldest first.</summary>
internal sealed class OpenFollowUps : Specification<Interaction, InteractionDetails>
{
    internal OpenFollowUps(Guid? person, DateOnly last, InteractionScope scope, int most)
    {
        Query.Where(i => i.FollowUpCompletedAt == null && i.FollowUpOn <= last);
        if (person is { } id) Query.Where(i => i.UserId == id);
        if (scope.Customers is { } customers) Query.Where(i => customers.Contains(i.CustomerId));
        Query.OrderBy(i => i.FollowUpOn).ThenBy(i => i.Id).Take(most);
        Select(InteractionMappings.ToDetails);
    }
}

internal sealed class InteractionsOf : Specification<Interaction>
{
    internal InteractionsOf(CustomerId customer, DateTimeOffset? since = null)
    {
        Query.Where(i => i.CustomerId == customer).AsTracking();
        if (since is { } from) Query.Where(i => i.OccurredAt >= from);
    }
}

internal sealed class LastInteractionOf : Specification<Interaction, DateTimeOffset?>
{
    internal LastInteractionOf(CustomerId customer)
    {
        Query.Where(i => i.CustomerId == customer).OrderByDescending(i => i.OccurredAt).ThenBy(i => i.Id).Take(1);
        Select(i => i.OccurredAt);
    }
}

/// <summary>Those that went to the trash in the same moment as their customer.</summary>
internal sealed class TrashedWith : Specification<Interaction>
{
    internal TrashedWith(CustomerId customer, DateTimeOffset at) =>
        Query.Where(i => i.CustomerId == customer && i.DeletedAt == at).IncludingDeleted().AsTracking();
}

internal sealed class InteractionsOfLeadWithoutCustomer : Specification<Interaction>
{
    internal InteractionsOfLeadWithoutCustomer(Guid lead) => Query.Where(i => i.LeadId == lead && i.CustomerId == null).IncludingDeleted().AsTracking();
}

/// <summary>Ids of the customers on whose projects somebody works.</summary>
internal sealed class CustomersServedBy : Specification<Customer, Guid>
{
    internal CustomersServedBy(CustomerScope scope)
    {
        if (scope.Condition is { } visible) Query.Where(visible);
        Select(c => c.Id.Value);
    }
}

internal sealed class CustomerNamesOf : Specification<Customer, NamedRecord>
{
    internal CustomerNamesOf(CustomerId[] ids)
    {
        Query.Where(c => ids.Contains(c.Id));
        Select(c => new NamedRecord(c.Id.Value, c.Name));
    }
}

internal sealed class LeadNamesOf : Specification<LeadRef, NamedRecord>
{
    internal LeadNamesOf(Guid[] ids)
    {
        Query.Where(l => ids.Contains(l.LeadId));
        Select(l => new NamedRecord(l.LeadId, l.Name));
    }
}

internal sealed record NamedRecord(Guid Id, string Name);

internal sealed class RefOfLead : Specification<LeadRef>
{
    internal RefOfLead(Guid leadId) => Query.Where(l => l.LeadId == leadId).AsTracking();
}

/// <summary>A project's customer, if the project is on one's list.</summary>
internal sealed class ProjectToLogOn : Specification<ProjectFact>
{
    internal ProjectToLogOn(Guid projectId) => Query.Where(p => p.ProjectId == projectId && !p.Deleted);
}

internal enum FollowUpFilter
{
    Due,
    Overdue,
    None,
}

internal sealed record InteractionFilter
{
    public required DateOnly Today { get; init; }
    public CustomerId? CustomerId { get; init; }
    public Guid? LeadId { get; init; }
    public Guid? ProjectId { get; init; }
    public InteractionType[]? Types { get; init; }
    public InteractionDirection[]? Directions { get; init; }
    public InteractionOutcome[]? Outcomes { get; init; }
    public Guid? UserId { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? Until { get; init; }
    public FollowUpFilter? FollowUp { get; init; }
}
