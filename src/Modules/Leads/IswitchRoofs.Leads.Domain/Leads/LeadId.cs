using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Leads;

public readonly record struct LeadId(Guid Value) : ITypedId<LeadId>
{
    public static LeadId New(DateTimeOffset now) => new(Uuid.New(now));

    public static LeadId From(Guid value) => new(value);
}
