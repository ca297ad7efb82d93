using Duende.IdentityModel.Client;

namespace IswitchRoofs.Host.Tests.Identity;

/// <summary>The example of <c>docs/api.md</c>, letter by letter: a test runs it, and another compares the two.</summary>
internal static class WorkedExample
{
    internal static async Task<string> RunAsync(Uri address, string email, string password, string clientId, string clientSecret)
    {
        // <example>
        using var http = new HttpClient();
        var server = await http.GetDiscoveryDocumentAsync(address.AbsoluteUri);
        if (server.IsError) throw new InvalidOperationException(server.Error);

        // A program with an integration of its own acts by itself. Ask for less than it may have where less is enough.
        var own = await http.RequestClientCredentialsTokenAsync(new ClientCredentialsTokenRequest
        {
            Address = server.TokenEndpoint, ClientId = clientId, ClientSecret = clientSecret, Scope = "leads.read leads.write",
        });
        if (own.IsError) throw new InvalidOperationException($"{own.Error}: {own.ErrorDescription}");

        using var leads = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/api/leads?per_page=1"));
        leads.SetBearerToken(own.AccessToken!);
        using var answer = await http.SendAsync(leads);
        answer.EnsureSuccessStatusCode();

        // One of the company's own programs may ask a person for the password.
        var tokens = await http.RequestPasswordTokenAsync(new PasswordTokenRequest { Address = server.TokenEndpoint, UserName = email, Password = password });
        if (tokens.IsError) throw new InvalidOperationException($"{tokens.Error}: {tokens.ErrorDescription}");
        var person = await http.GetUserInfoAsync(new UserInfoRequest { Address = server.UserInfoEndpoint, Token = tokens.AccessToken });
        var name = person.Claims.First(c => c.Type == "name").Value;

        // Each refresh token works once: keep the new one.
        tokens = await http.RequestRefreshTokenAsync(new RefreshTokenRequest { Address = server.TokenEndpoint, RefreshToken = tokens.RefreshToken! });
        if (tokens.IsError) throw new InvalidOperationException($"{tokens.Error}: {tokens.ErrorDescription}");

        await http.RevokeTokenAsync(new TokenRevocationRequest { Address = server.RevocationEndpoint, Token = tokens.RefreshToken! });
        await http.RevokeTokenAsync(new TokenRevocationRequest { Address = server.RevocationEndpoint, Token = own.AccessToken!, ClientId = clientId, ClientSecret = clientSecret });
        // </example>
        return name;
    }
}
