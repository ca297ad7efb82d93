namespace IswitchRoofs.Scheduling.Application.Appointments;

public sealed record AppointmentRow(
    Guid Id,
    string AppointmentType,
    string Title,
    string Status,
    Guid? CustomerId,
    Guid? LeadId,
    Guid? ProjectId,
    Guid AssignedTo,
    DateTimeOffset StartsAt,
    int DurationMinutes,
    DateTimeOffset EndsAt,
    string? Location,
    bool IsVirtual,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public string? CustomerName { get; init; }

    public string? LeadName { get; init; }

    public string? ProjectName { get; init; }

    public string? AssignedToName { get; init; }
}
