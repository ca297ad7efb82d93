namespace IswitchRoofs.Shared.Infrastructure.Realtime;

/// <summary>The event was refused for what it is; sending it again cannot help.</summary>
public sealed class ChannelsRefusedException(string message) : Exception(message);
