namespace IswitchRoofs.Customers.Domain.Interactions;

public enum InteractionType
{
    PhoneCall,
    Email,
    Sms,
    InPersonMeeting,
    VideoCall,
    SiteVisit,
    Note,
    Voicemail,
    SocialMedia,
    LiveChat,
}

public enum InteractionDirection
{
    Inbound,
    Outbound,
    Internal,
}

public enum InteractionOutcome
{
    Successful,
    NoAnswer,
    LeftVoicemail,
    ScheduledCallback,
    ScheduledAppointment,
    QuoteRequested,
    ObjectionHandled,
    NotInterested,
    FollowUpRequired,
}
