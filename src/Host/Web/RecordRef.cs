namespace IswitchRoofs.Host.Web;

/// <param name="Type">As the audit trail names it: <c>lead</c>.</param>
public sealed record RecordRef(string Type, Guid Id);
