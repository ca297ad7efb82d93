using System.Globalization;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Response;

/// <summary>How fast leads are answered (R4), of those that came in between two days or instants; the last 30 days unless told.</summary>
public sealed record GetResponseFigures(string? From = null, string? To = null);

/// <param name="ByHour">Hour of the company's day in which they came in.</param>
/// <param name="ByPerson">Who has them; whoever may not see the team's figures sees their own.</param>
public sealed record ResponseFigures(
    DateTimeOffset From, DateTimeOffset To, ResponseFigure Total,
    IReadOnlyList<ResponseFigureOfSource> BySource, IReadOnlyList<ResponseFigureOfHour> ByHour, IReadOnlyList<ResponseFigureOfPerson> ByPerson);

/// <param name="Leads">That came in.</param>
/// <param name="Answered">By a person.</param>
/// <param name="WithinTarget">Answered before their target passed.</param>
/// <param name="Missed">Waiting still, although the target has passed.</param>
/// <param name="SharePercent">Within target, of those answered or missed; null when there are none.</param>
/// <param name="MedianSeconds">Of the answered, in the company's time.</param>
/// <param name="P90Seconds">Nine of ten were answered at least this fast.</param>
public sealed record ResponseFigure(int Leads, int Answered, int WithinTarget, int Missed, decimal? SharePercent, int? MedianSeconds, int? P90Seconds);

public sealed record ResponseFigureOfSource(string Source, ResponseFigure Figure);

public sealed record ResponseFigureOfHour(int Hour, ResponseFigure Figure);

/// <param name="PersonId">Null: nobody.</param>
public sealed record ResponseFigureOfPerson(Guid? PersonId, ResponseFigure Figure);

public sealed class GetResponseFiguresHandler(
    IResponseFigures figures, ResponseClocks clocks, AnswerCache cache, ICurrentUser user, ICompanyClock company) : IUseCase
{
    private const int UsualDays = 30;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public async Task<Result<ResponseFigures>> HandleAsync(GetResponseFigures request, CancellationToken ct)
    {
        var check = new Validation();
        var from = DateFilter.From("from", request.From, company, check);
        var to = DateFilter.To("to", request.To, company, check);
        if (from >= to) check.Add("to", "must be after from.");
        if (check.Failed) return check.ToError();
        var end = to ?? company.StartOf(company.Today.AddDays(1));
        var begin = from ?? company.StartOf(company.DayOf(end.AddTicks(-1)).AddDays(1 - UsualDays));

        // What waits grows late without being changed, so an answer holds for a part of an hour only.
        var slot = company.Now.Ticks / Lifetime.Ticks;
        var key = string.Create(CultureInfo.InvariantCulture, $"leads:response-figures:{begin.UtcTicks}-{end.UtcTicks}-{slot}:v1");
        var rows = await cache.GetAsync(key, ["leads", "response_rules", "company_hours"], Lifetime, token => LoadAsync(begin, end, token), ct);
        var seesAll = user.Has(LeadsPermissions.ReadTeamFigures);
        return new ResponseFigures(
            begin, end, FigureOf(rows.Single(r => r.Dimension == "total")),
            [.. rows.Where(r => r.Dimension == "source").OrderByDescending(r => r.Leads).ThenBy(r => r.Source, StringComparer.Ordinal).Select(r => new ResponseFigureOfSource(r.Source!, FigureOf(r)))],
            [.. rows.Where(r => r.Dimension == "hour").OrderBy(r => r.Hour).Select(r => new ResponseFigureOfHour(r.Hour!.Value, FigureOf(r)))],
            [.. rows.Where(r => r.Dimension == "person" && (seesAll || (r.Person is not null && r.Person == user.Id))).OrderByDescending(r => r.Leads).ThenBy(r => r.Person)
                .Select(r => new ResponseFigureOfPerson(r.Person, FigureOf(r)))]);
    }

    private async ValueTask<IReadOnlyList<ResponseFigureRow>> LoadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var clock = await clocks.CurrentAsync(ct);
        var late = Enum.GetValues<Temperature>().ToDictionary(t => WireName.Of(t), t => clock.CameInUntil(company.Now, t));
        return await figures.ReadAsync(from, to, late, company.Zone.Id, ct);
    }

    private static ResponseFigure FigureOf(ResponseFigureRow row) => new(
        row.Leads, row.Answered, row.WithinTarget, row.Missed,
        row.Answered + row.Missed == 0 ? null : Math.Round(100m * row.WithinTarget / (row.Answered + row.Missed), 1, MidpointRounding.AwayFromZero),
        Seconds(row.MedianSeconds), Seconds(row.P90Seconds));

    private static int? Seconds(double? value) => value is { } seconds ? (int)Math.Round(seconds, MidpointRounding.AwayFromZero) : null;
}
