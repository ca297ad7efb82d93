using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Leads.Application.Conversion;
using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Reactions;

/// <summary>What became of a conversion, as Customers and Projects tell (L5).</summary>
public sealed class SettleConversion(IRepository<Lead> leads, IRepository<LeadConversion> conversions, ScoringRuleSets scoring, TimeProvider clock) : IReaction
{
    public async Task<Result> HandleAsync(LeadCustomerFound e, CancellationToken ct)
    {
        var rules = await scoring.ActiveAsync(ct);
        return await WithAsync(e.ConversionId, e.LeadId, (lead, conversion) => lead.Win(conversion, e.CustomerId, rules, clock.GetUtcNow()), ct);
    }

    public Task<Result> HandleAsync(LeadCustomerRefused e, CancellationToken ct) =>
        WithAsync(e.ConversionId, e.LeadId, (lead, conversion) => lead.StayOpen(conversion, e.Reason, clock.GetUtcNow()), ct);

    public async Task<Result> HandleAsync(ProjectCreated e, CancellationToken ct)
    {
        if (e.LeadId is null) return Result.Success();
        (await conversions.FirstOrDefaultAsync(new ConversionWithProject(e.ProjectId), ct))?.NoteProject(clock.GetUtcNow());
        return Result.Success();
    }

    private async Task<Result> WithAsync(Guid conversionId, Guid leadId, Action<Lead, LeadConversion> settle, CancellationToken ct)
    {
        var conversion = await conversions.FindAsync(new LeadConversionId(conversionId), ct);
        var lead = await leads.FirstOrDefaultAsync(new LeadEvenDeleted(new LeadId(leadId)), ct);
        if (conversion is null || lead is null) return LeadErrors.NotFound(new LeadId(leadId));
        settle(lead, conversion);
        return Result.Success();
    }
}
