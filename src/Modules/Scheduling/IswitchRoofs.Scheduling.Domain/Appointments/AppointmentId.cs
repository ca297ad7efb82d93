using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Scheduling.Domain.Appointments;

public readonly record struct AppointmentId(Guid Value) : ITypedId<AppointmentId>
{
    public static AppointmentId New(DateTimeOffset now) => new(Uuid.New(now));

    public static AppointmentId From(Guid value) => new(value);
}
