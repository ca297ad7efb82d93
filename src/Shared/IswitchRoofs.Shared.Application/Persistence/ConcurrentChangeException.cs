namespace IswitchRoofs.Shared.Application.Persistence;

/// <summary>The row was changed by somebody else between loading and saving; nothing was saved.</summary>
public sealed class ConcurrentChangeException(Exception inner) : Exception("The row was changed in the meantime.", inner);
