namespace IswitchRoofs.Scheduling.Domain.Appointments;

public enum AppointmentType
{
    InitialConsultation,
    Inspection,
    Estimate,
    QuotePresentation,
    ContractSigning,
    ProjectStart,
    SiteVisit,
    ProgressCheck,
    FinalWalkthrough,
    FollowUp,
    Maintenance,
    Emergency,
}
