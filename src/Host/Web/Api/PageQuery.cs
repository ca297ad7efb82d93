using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Web.Api;

/// <summary>Paging parameters of a list without filters.</summary>
internal sealed record PageQuery(
    [FromQuery(Name = "page")] int? Page,
    [FromQuery(Name = "per_page")] int? PerPage,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "sort")] string? Sort)
{
    public PageRequest ToRequest() => new(Page, PerPage, Cursor, Sort);
}
