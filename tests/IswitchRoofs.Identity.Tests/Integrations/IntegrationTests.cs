using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Identity.Domain.Users;

namespace IswitchRoofs.Identity.Tests.Integrations;

public sealed class IntegrationTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_integration_is_usable_until_it_expires_or_is_disabled()
    {
        var integration = AProgram(expiresAt: Now.AddHours(1));

        integration.IsUsable(Now).ShouldBeTrue();
        integration.IsUsable(Now.AddHours(1)).ShouldBeFalse();
        integration.Grant(UserRole.Sales, [], [], false, null, isActive: false);
        integration.IsUsable(Now).ShouldBeFalse();
    }

    [Fact]
    public void A_new_name_changes_nothing_of_what_was_granted()
    {
        var integration = AProgram();

        integration.Rename("Website");

        integration.Grant(UserRole.Sales, ["leads.write", "leads.read"], [], false, null, isActive: true).ShouldBeFalse();
        integration.Name.ShouldBe("Website");
    }

    [Theory]
    [InlineData("manager", "leads.read,leads.write", true)]
    [InlineData("sales", "leads.read", true)]
    [InlineData("sales", "leads.read,leads.write", false)]
    public void Whatever_changes_its_rights_voids_what_was_granted(string role, string scopes, bool isActive) =>
        AProgram().Grant(SharedKernel.Results.WireName.Parse<UserRole>(role), scopes.Split(','), [], false, null, isActive).ShouldBeTrue();

    [Fact]
    public void Ending_the_grant_starts_another()
    {
        var integration = AProgram();
        var first = integration.GrantId;

        integration.EndGrant(Now).ShouldBe(first);

        integration.GrantId.ShouldNotBe(first);
    }

    private static Integration AProgram(DateTimeOffset? expiresAt = null) =>
        Integration.ForProgram(IntegrationId.New(Now), "Web site", UserRole.Sales, ["leads.read", "leads.write"], expiresAt, Now);
}
