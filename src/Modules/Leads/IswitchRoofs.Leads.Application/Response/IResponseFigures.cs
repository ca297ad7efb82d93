namespace IswitchRoofs.Leads.Application.Response;

/// <summary>The figures of R4 over the leads of a time. A seam: the database computes shares and percentiles in one pass.</summary>
public interface IResponseFigures
{
    /// <param name="lateIfBefore">Per temperature, by its wire name: a lead that came in until then and waits still has missed its target.</param>
    /// <param name="zone">IANA name: whose hours.</param>
    Task<IReadOnlyList<ResponseFigureRow>> ReadAsync(
        DateTimeOffset from, DateTimeOffset to, IReadOnlyDictionary<string, DateTimeOffset> lateIfBefore, string zone, CancellationToken ct);
}

/// <param name="Dimension">total, source, hour or person.</param>
public sealed record ResponseFigureRow(
    string Dimension, string? Source, int? Hour, Guid? Person, int Leads, int Answered, int WithinTarget, int Missed, double? MedianSeconds, double? P90Seconds);
