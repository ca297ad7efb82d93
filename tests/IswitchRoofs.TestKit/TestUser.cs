using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.TestKit;

/// <summary>Whoever a test says is calling; may do everything until told otherwise.</summary>
public sealed class TestUser : ICurrentUser
{
    private HashSet<string>? _permissions;

    public Guid? Id { get; private set; } = new("01900000-0000-7000-8000-0000000000aa");

    public string Name { get; private set; } = "Test";

    public string Role { get; private set; } = "admin";

    public string Kind => "user";

    public IReadOnlyCollection<Guid> TeamIds { get; private set; } = [];

    public Guid? SessionId => null;

    public string? IpAddress => "127.0.0.1";

    public string? UserAgent => "tests";

    public bool Has(string permission) => _permissions is null || _permissions.Contains(permission);

    /// <summary>Becomes somebody with exactly these permissions.</summary>
    public void Become(Guid id, string role, params string[] permissions)
    {
        Id = id;
        Role = role;
        _permissions = [.. permissions];
    }

    public void BecomeAlmighty()
    {
        Role = "admin";
        _permissions = null;
    }
}
