namespace IswitchRoofs.Leads.Domain.Leads;

/// <summary>Who did something to a lead, as its history shows it.</summary>
/// <param name="Id">Null for the system.</param>
public sealed record Actor(Guid? Id, string Name);
