namespace IswitchRoofs.Shared.Application;

/// <summary>
/// Marks a use case's handler: one public <c>HandleAsync(request, CancellationToken)</c> that answers a
/// <c>Result</c>. Found by the module's registration and by the architecture tests.
/// </summary>
public interface IUseCase;
