namespace IswitchRoofs.Host.Realtime.Channels;

/// <summary>
/// The protocol's own close codes; clients act on the range. 4000-4099: do not come back. 4100-4199: come back after
/// a pause. 4200-4299: come back at once.
/// </summary>
internal enum ChannelsCloseCode
{
    UnknownApp = 4001,
    OverConnectionQuota = 4004,
    InvalidProtocolVersion = 4006,
    UnsupportedProtocolVersion = 4007,
    NoProtocolVersion = 4008,
    Unauthorized = 4009,
    TooManyMessages = 4100,

    /// <summary>The right to listen may have changed: come back and be authorised anew.</summary>
    Reauthorize = 4101,
    ServerStopping = 4200,
    NoPong = 4201,
    Inactive = 4202,
}
