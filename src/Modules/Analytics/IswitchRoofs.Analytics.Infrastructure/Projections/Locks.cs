namespace IswitchRoofs.Analytics.Infrastructure.Projections;

/// <summary>Advisory locks of this module; the numbers only have to be the same in every host.</summary>
internal static class Locks
{
    /// <summary>Shared by whoever writes facts from an event, exclusive for the moment a rebuild takes over.</summary>
    public const long Facts = 0x1541_A0A1_01;

    /// <summary>Whoever counts days anew.</summary>
    public const long Rollup = 0x1541_A0A1_02;

    /// <summary>The host that carries out a rebuild.</summary>
    public const long Rebuild = 0x1541_A0A1_03;
}
