using System.Diagnostics.Metrics;

namespace IswitchRoofs.Identity.Infrastructure.Mail;

internal static class MailTelemetry
{
    private static readonly Meter Meter = new("IswitchRoofs.Mail");

    internal static readonly Counter<long> Sent = Meter.CreateCounter<long>("mail.sent", description: "Mails that the mail server took, or that were written as files.");
    internal static readonly Counter<long> Refused = Meter.CreateCounter<long>("mail.refused", description: "Tries that did not succeed and will be repeated.");
    internal static readonly Counter<long> Failed = Meter.CreateCounter<long>("mail.failed", description: "Mails given up after four tries.");
}
