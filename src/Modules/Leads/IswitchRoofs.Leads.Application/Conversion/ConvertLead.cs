using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Domain.Duplicates;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Conversion;

/// <summary>Makes a lead a customer (L5): links the one that is named or has the e-mail address, else a new one.</summary>
/// <param name="CustomerId">An existing customer; leave out to have one found or made.</param>
/// <param name="Email">Where the lead has none, or another is right.</param>
/// <param name="CreateProject">Open a project in planning for the work asked for.</param>
public sealed record ConvertLead(Guid? CustomerId, string? Email, bool? CreateProject);

/// <param name="ProjectId">The project that was opened; null when none was asked for.</param>
public sealed record ConvertedLead(LeadDetails Lead, Guid CustomerId, Guid? ProjectId);

/// <summary>
/// Customers and Projects do their part by events, within some milliseconds; the caller is answered when they have. Asking
/// twice, also at the same time, gives the same answer.
/// </summary>
public sealed class ConvertLeadHandler(
    IRepository<Lead> leads, IReadRepository<LeadConversion> conversions, IReadRepository<CustomerContact> customers, ScoringRuleSets scoring,
    ICurrentUser user, TimeProvider clock) : IUseCase
{
    internal const string OneWaits = "ux_lead_conversions_waiting";
    private const int MostLooks = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public async Task<Result<ConvertedLead>> HandleAsync(Guid leadId, ConvertLead request, uint? ifVersion, CancellationToken ct)
    {
        var begun = await BeginAsync(new LeadId(leadId), request, ifVersion, ct);
        return begun.IsFailure ? begun.Error : await OutcomeAsync(new LeadId(leadId), ct);
    }

    private async Task<Result> BeginAsync(LeadId id, ConvertLead request, uint? ifVersion, CancellationToken ct)
    {
        var check = new Validation();
        var email = check.Email("email", request.Email);
        if (check.Failed) return check.ToError();

        var lead = await leads.FindAsync(id, ct);
        if (lead is null) return LeadErrors.NotFound(id);
        if (lead.Status == LeadStatus.Won) return Result.Success();
        if (ifVersion is { } version && version != lead.Version) return Error.Stale(lead.Version);
        if (await conversions.AnyAsync(new WaitingConversionOf(id), ct)) return Result.Success();
        if (request.CustomerId is { } customerId)
        {
            if (!await customers.AnyAsync(new LivingContact(new CustomerContactId(customerId)), ct)) return Error.Invalid("leads.customer_unknown", "customer_id", "is no customer.");
        }
        else if ((email ?? lead.Email) is null)
        {
            return LeadErrors.CustomerNeedsEmail();
        }

        var asked = lead.AskForCustomer(request.CustomerId, email, request.CreateProject ?? false, user.ToActor(), clock.GetUtcNow());
        if (asked.IsFailure) return asked.Error;
        try
        {
            await leads.SaveChangesAsync(ct);
        }
        catch (ConstraintViolatedException e) when (e.Constraint == OneWaits)
        {
            // Somebody else asked at the same moment: their outcome is this one's.
        }

        return Result.Success();
    }

    private async Task<Result<ConvertedLead>> OutcomeAsync(LeadId id, CancellationToken ct)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            var latest = await conversions.FirstOrDefaultAsync(new LatestConversionOf(id), ct);
            if (latest?.Refusal is { } reason) return LeadErrors.ConversionRefused(reason);
            if (latest is null or { SettledAt: not null, ProjectId: null } or { SettledAt: not null, ProjectOpenedAt: not null })
            {
                var lead = await leads.FirstOrDefaultAsync(new LeadById(id), ct);
                if (lead is null) return LeadErrors.NotFound(id);
                if (lead is { Status: LeadStatus.Won, CustomerId: null }) return LeadErrors.AlreadyConverted(id);
                if (lead.CustomerId is { } customer) return new ConvertedLead(lead.ToAnswer(await scoring.OfAsync(lead, ct)).Value, customer, latest?.ProjectId);
            }

            await Task.Delay(Pause, ct);
        }

        return LeadErrors.ConversionRuns();
    }
}
