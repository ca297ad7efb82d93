namespace IswitchRoofs.Scheduling.Domain.Replicas;

public enum SubjectKind
{
    Customer,
    Lead,
    Project,
}
