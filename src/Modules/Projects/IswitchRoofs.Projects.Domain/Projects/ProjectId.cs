using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Projects.Domain.Projects;

public readonly record struct ProjectId(Guid Value) : ITypedId<ProjectId>
{
    public static ProjectId New(DateTimeOffset now) => new(Uuid.New(now));

    public static ProjectId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
