using IswitchRoofs.Identity.Application.Mail;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Identity.Infrastructure.Mail;

/// <summary><c>Site:Url</c>, else <c>Identity:Issuer</c>, else where this host listens.</summary>
internal sealed class SiteAddress(IConfiguration configuration, IServiceProvider services) : ISiteAddress
{
    public string UrlOf(string path) => Origin().TrimEnd('/') + path;

    private string Origin()
    {
        if (configuration["Site:Url"] is { Length: > 0 } site) return site;
        if (configuration["Identity:Issuer"] is { Length: > 0 } issuer) return issuer;
        var listening = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1:5080";
        return listening
            .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal).Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//+", "//127.0.0.1", StringComparison.Ordinal).Replace("//*", "//127.0.0.1", StringComparison.Ordinal);
    }
}
