using IswitchRoofs.Leads.Application.Leads;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

/// <summary>A row of the list, for the partial that shows the chosen columns.</summary>
public sealed record LeadCells(LeadRow Lead, IndexModel List);
