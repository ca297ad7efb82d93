using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Company;

public sealed record BusinessHoursChanged(DateTimeOffset OccurredAt, IReadOnlyList<string> Hours, IReadOnlyList<string> Holidays) : IDomainEvent;
