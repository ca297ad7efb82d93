namespace IswitchRoofs.Shared.Application;

/// <summary>An answer with the version of the row it shows: the REST API's ETag.</summary>
public sealed record Versioned<T>(T Value, uint Version);
