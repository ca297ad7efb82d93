using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests;

/// <summary>One list of modules for every theory.</summary>
public static class Modules
{
    public static TheoryData<string> All => [.. CodeBase.ModuleNames];
}
