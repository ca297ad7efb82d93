namespace IswitchRoofs.Shared.Application;

/// <summary>
/// Marks what a module does when another module's event arrives. A reaction changes tracked entities and returns;
/// the inbox consumer that calls it saves, together with the mark that the event was handled.
/// </summary>
public interface IReaction;
