namespace IswitchRoofs.Shared.Application;

/// <summary>Ids of the demo accounts and teams: the same everywhere, so that each module's demo data can refer to them.</summary>
public static class DemoPeople
{
    public const string Password = "Roof-Demo-2026!";

    public static readonly Guid Admin = new("01900000-0000-7000-8000-000000000001");
    public static readonly Guid Manager = new("01900000-0000-7000-8000-000000000002");
    public static readonly Guid Sales = new("01900000-0000-7000-8000-000000000003");
    public static readonly Guid Sales2 = new("01900000-0000-7000-8000-000000000004");
    public static readonly Guid Tech = new("01900000-0000-7000-8000-000000000005");

    /// <summary>Has no projects.</summary>
    public static readonly Guid Tech2 = new("01900000-0000-7000-8000-000000000006");

    public static readonly Guid NorthOakland = new("01900000-0000-7000-8000-000000000011");
    public static readonly Guid WayneAndWashtenaw = new("01900000-0000-7000-8000-000000000012");
}
