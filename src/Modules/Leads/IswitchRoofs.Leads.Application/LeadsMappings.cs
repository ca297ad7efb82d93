using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Results;
using Mapster;

namespace IswitchRoofs.Leads.Application;

/// <summary>Entity to answer, never request to entity: that would go round the aggregate's rules.</summary>
public sealed class LeadsMappings : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<LeadId, Guid>().MapWith(id => id.Value);
        config.NewConfig<LeadStatus, string>().MapWith(value => WireName.Of(value));
        config.NewConfig<LeadSource, string>().MapWith(value => WireName.Of(value));
        config.NewConfig<ProjectType, string>().MapWith(value => WireName.Of(value));
        config.NewConfig<LeadPriority, string>().MapWith(value => WireName.Of(value));
        config.NewConfig<Urgency, string>().MapWith(value => WireName.Of(value));
        config.NewConfig<Temperature, string>().MapWith(value => WireName.Of(value));
        config.NewConfig<Lead, LeadDetails>().Ignore(d => d.ScoreBreakdown);
        config.NewConfig<SourceDetail, LeadSourceDetail>();
        config.NewConfig<Lead, LeadFields>();
    }
}
