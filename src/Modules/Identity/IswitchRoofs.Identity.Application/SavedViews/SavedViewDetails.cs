using System.Text.Json.Serialization;
using IswitchRoofs.Identity.Domain.SavedViews;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.SavedViews;

/// <param name="Query">Filters and order, by the names that the list's address has.</param>
/// <param name="Columns">None: the reader's own choice.</param>
/// <param name="MayChange">Whether the caller may change and delete it.</param>
public sealed record SavedViewDetails(
    Guid Id, string List, string Name, IReadOnlyDictionary<string, string> Query, IReadOnlyList<string> Columns, bool Shared, Guid OwnerId, bool MayChange,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, [property: JsonIgnore] uint Version)
{
    internal static SavedViewDetails Of(SavedView v, bool mayChange) => new(
        v.Id.Value, WireName.Of(v.List), v.Name, ListQuery.Parse(v.Query).Values.ToDictionary(), v.Columns, v.Shared, v.OwnerId.Value, mayChange,
        v.CreatedAt, v.UpdatedAt, v.Version);
}
