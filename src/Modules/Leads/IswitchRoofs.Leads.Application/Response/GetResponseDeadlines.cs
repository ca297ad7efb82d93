using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Response;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Response;

/// <summary>Until when leads are to be answered, for the countdowns of lists and cards.</summary>
public sealed record GetResponseDeadlines;

public sealed class ResponseDeadlines
{
    private readonly ResponseClock _clock;

    internal ResponseDeadlines(ResponseClock clock) => _clock = clock;

    /// <summary>Null for a lead that waits for no answer.</summary>
    public DateTimeOffset? Of(LeadRow lead) => lead.ImportId is null ? Of(lead.Status, lead.Temperature, lead.CreatedAt, lead.FirstResponseAt) : null;

    /// <inheritdoc cref="Of(LeadRow)"/>
    public DateTimeOffset? Of(LeadDetails lead) => lead.ImportId is null ? Of(lead.Status, lead.Temperature, lead.CreatedAt, lead.FirstResponseAt) : null;

    private DateTimeOffset? Of(string status, string temperature, DateTimeOffset cameIn, DateTimeOffset? answered) =>
        answered is null && Lead.IsOpen(WireName.Parse<LeadStatus>(status)) ? _clock.DueAt(cameIn, WireName.Parse<Temperature>(temperature)) : null;
}

public sealed class GetResponseDeadlinesHandler(ResponseClocks clocks) : IUseCase
{
    public async Task<Result<ResponseDeadlines>> HandleAsync(GetResponseDeadlines request, CancellationToken ct) =>
        new ResponseDeadlines(await clocks.CurrentAsync(ct));
}
