namespace IswitchRoofs.Shared.Application;

/// <summary>One module's part of the demo data. Repeating it changes nothing; the host never calls it in production.</summary>
public interface IDemoDataSeeder
{
    /// <summary>Accounts come first, then what refers to them.</summary>
    int Order { get; }

    Task SeedAsync(CancellationToken ct);
}
