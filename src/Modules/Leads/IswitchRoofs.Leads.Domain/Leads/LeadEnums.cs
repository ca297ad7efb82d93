using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Domain.Leads;

/// <summary>Where a lead stands (L1), in pipeline order; <c>Lost</c> and <c>Nurture</c> stand aside.</summary>
public enum LeadStatus
{
    New,
    Contacted,
    Qualified,
    AppointmentScheduled,
    InspectionCompleted,
    QuoteSent,
    Negotiation,
    Won,
    Lost,
    Nurture,
}

public enum LeadSource
{
    WebsiteForm,
    GoogleLsa,
    GoogleAds,
    FacebookAds,
    Referral,
    DoorToDoor,
    StormResponse,
    OrganicSearch,
    PhoneInquiry,
    EmailInquiry,
    PartnerReferral,
    RepeatCustomer,
}

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

public enum LeadPriority
{
    Low,
    Medium,
    High,
    Urgent,
}

public enum Urgency
{
    Immediate,
    [WireName("1-3_months")] OneToThreeMonths,
    [WireName("3-6_months")] ThreeToSixMonths,
    Planning,
}

/// <summary>The score's band (S9).</summary>
public enum Temperature
{
    Hot,
    Warm,
    Cool,
    Cold,
}
