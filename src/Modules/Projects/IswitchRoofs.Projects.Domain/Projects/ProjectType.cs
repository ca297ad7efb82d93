namespace IswitchRoofs.Projects.Domain.Projects;

public enum ProjectType
{
    FullReplacement,
    Repair,
    Inspection,
    Maintenance,
    Emergency,
    InsuranceClaim,
    NewConstruction,
}
