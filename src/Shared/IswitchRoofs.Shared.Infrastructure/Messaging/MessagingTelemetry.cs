using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IswitchRoofs.Shared.Infrastructure.Messaging;

/// <summary>Names that the host gives to OpenTelemetry.</summary>
public static class MessagingTelemetry
{
    public const string Name = "IswitchRoofs.Messaging";

    internal static readonly ActivitySource Source = new(Name);
    internal static readonly Meter Meter = new(Name);
    internal static readonly Counter<long> Relayed = Meter.CreateCounter<long>("outbox.relayed", description: "Events handed to all their consumers.");
    internal static readonly Counter<long> Dead = Meter.CreateCounter<long>("outbox.dead", description: "Events set aside after ten attempts.");
    internal static readonly Counter<long> Refused = Meter.CreateCounter<long>("inbox.refused", description: "Events whose consumer refused them for good.");
}
