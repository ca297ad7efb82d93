using IswitchRoofs.Identity.Domain.Integrations;

namespace IswitchRoofs.Identity.Tests.Integrations;

public sealed class RedirectUriTests
{
    [Theory]
    [InlineData("https://app.example.com/callback")]
    [InlineData("https://app.example.com:8443/callback?tenant=1")]
    [InlineData("http://127.0.0.1/callback")]
    [InlineData("http://localhost:5000/")]
    [InlineData("com.example.app:/callback")]
    public void Addresses_that_only_the_app_hears_are_accepted(string uri) => RedirectUris.Objection(uri).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("/callback")]
    [InlineData("http://app.example.com/callback")]
    [InlineData("https://app.example.com/callback#here")]
    [InlineData("https://app.example.com/callback#")]
    [InlineData("https://user@app.example.com/")]
    [InlineData("https://app.example.com/call back")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("file:///etc/passwd")]
    [InlineData("myapp:/callback")]
    public void Addresses_that_others_could_hear_are_refused(string uri) => RedirectUris.Objection(uri).ShouldNotBeNull();
}
