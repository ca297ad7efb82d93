using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>A lead comes in (L3): checked, scored, assigned, announced.</summary>
public sealed record CreateLead : LeadFields
{
    /// <summary>Leave out to have somebody chosen (L4).</summary>
    public Guid? AssignedTo { get; init; }

    /// <summary>How it found us: campaign, referrer, landing page. Never changed later.</summary>
    public SourceDetailFields? SourceDetail { get; init; }

    /// <summary>Save although it looks like a lead or customer that is already there.</summary>
    public bool? AllowDuplicate { get; init; }
}

public sealed class CreateLeadHandler(IRepository<Lead> leads, LeadIntake intake) : IUseCase
{
    public async Task<Result<Versioned<LeadDetails>>> HandleAsync(CreateLead request, CancellationToken ct)
    {
        var taken = await intake.TakeAsync(request, request.AssignedTo, request.AllowDuplicate ?? false, request.SourceDetail, ct);
        if (taken.IsFailure) return taken.Error;
        await leads.SaveChangesAsync(ct);
        return taken.Value.Lead.ToAnswer(taken.Value.Rules);
    }
}
