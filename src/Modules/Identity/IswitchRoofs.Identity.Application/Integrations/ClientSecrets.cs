using System.Buffers.Text;
using System.Security.Cryptography;

namespace IswitchRoofs.Identity.Application.Integrations;

internal static class ClientSecrets
{
    // Told apart by scanners that look for secrets in source code.
    private const string Prefix = "isr_";

    internal static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
