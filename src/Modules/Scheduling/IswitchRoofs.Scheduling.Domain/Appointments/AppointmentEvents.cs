using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Scheduling.Domain.Appointments;

public sealed record AppointmentBooked(Appointment Appointment, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>Any change of facts or status but a cancellation.</summary>
public sealed record AppointmentChanged(Appointment Appointment, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record AppointmentCancelled(Appointment Appointment, string Reason, Guid? CancelledBy, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record AppointmentReminded(Appointment Appointment, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record AppointmentTrashed(AppointmentId Id, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record AppointmentRestored(Appointment Appointment, DateTimeOffset OccurredAt) : IDomainEvent;
