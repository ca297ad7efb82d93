using System.Net;
using System.Net.Http.Headers;
using Duende.IdentityModel.Client;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Tests.Identity;

/// <summary>A client library that knows nothing of us finds its way by the standards alone.</summary>
[Collection(HostFixture.Shared)]
public sealed class StandardClientTests(HostFixture host)
{
    [Fact]
    public async Task It_discovers_signs_in_refreshes_reads_the_user_and_revokes()
    {
        using var http = host.NewClient();
        var discovery = await http.GetDiscoveryDocumentAsync(host.Address.AbsoluteUri);
        discovery.IsError.ShouldBeFalse(discovery.Error);
        discovery.GrantTypesSupported.ShouldBe(["password", "refresh_token", "client_credentials", "authorization_code"], ignoreOrder: true);
        discovery.ScopesSupported.ShouldContain("leads.write");
        discovery.AuthorizeEndpoint.ShouldNotBeNull();
        discovery.CodeChallengeMethodsSupported.ShouldBe(["S256"]);
        discovery.KeySet!.Keys.ShouldHaveSingleItem().Alg.ShouldBe("RS256");

        var tokens = await http.RequestPasswordTokenAsync(new PasswordTokenRequest
        {
            Address = discovery.TokenEndpoint,
            ClientId = "",
            UserName = "sales2@iswitchroofs.example",
            Password = DemoPeople.Password,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
        });
        tokens.IsError.ShouldBeFalse(tokens.ErrorDescription ?? tokens.Error);
        tokens.TokenType.ShouldBe("Bearer");
        tokens.ExpiresIn.ShouldBeInRange(86_390, 86_400);

        var info = await http.GetUserInfoAsync(new UserInfoRequest { Address = discovery.UserInfoEndpoint, Token = tokens.AccessToken });
        info.IsError.ShouldBeFalse(info.Error);
        info.Claims.ShouldContain(c => c.Type == "sub" && c.Value == DemoPeople.Sales2.ToString());

        var renewed = await http.RequestRefreshTokenAsync(new RefreshTokenRequest
        {
            Address = discovery.TokenEndpoint, ClientId = "", RefreshToken = tokens.RefreshToken!, ClientCredentialStyle = ClientCredentialStyle.PostBody,
        });
        renewed.IsError.ShouldBeFalse(renewed.ErrorDescription ?? renewed.Error);
        renewed.RefreshToken.ShouldNotBe(tokens.RefreshToken);
        (await MeAsync(renewed.AccessToken!)).ShouldBe(HttpStatusCode.OK);

        var revoked = await http.RevokeTokenAsync(new TokenRevocationRequest
        {
            Address = discovery.RevocationEndpoint, ClientId = "", Token = renewed.RefreshToken!, ClientCredentialStyle = ClientCredentialStyle.PostBody,
        });
        revoked.IsError.ShouldBeFalse(revoked.Error);
        (await MeAsync(renewed.AccessToken!)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpStatusCode> MeAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/auth/me") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var answer = await host.Anonymous.SendAsync(request);
        return answer.StatusCode;
    }
}
