using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Domain.Users;

namespace IswitchRoofs.Identity.Tests.Users;

public sealed class InvitedUserTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 15, 0, 0, TimeSpan.Zero);
    private readonly User _user = User.Invite(UserId.New(Now), "ann@example.com", "Ann Lee", UserRole.Admin, null, Now);

    [Fact]
    public void Somebody_invited_counts_only_from_the_day_they_accept()
    {
        _user.IsActive.ShouldBeFalse();
        _user.Activate().Error!.Code.ShouldBe("users.invitation_pending");

        _user.AcceptInvitation().IsSuccess.ShouldBeTrue();

        (_user.IsActive, _user.InvitedAt).ShouldBe((true, null));
        _user.AcceptInvitation().Error!.Code.ShouldBe("users.not_invited");
        _user.InviteAgain(Now).Error!.Code.ShouldBe("users.not_invited");
    }

    [Fact]
    public void An_invitation_that_was_taken_back_cannot_be_accepted()
    {
        _user.Deactivate();

        _user.AcceptInvitation().IsFailure.ShouldBeTrue();
        _user.IsActive.ShouldBeFalse();
    }

    [Theory]
    [InlineData(LinkPurpose.Invite, 72 * 60)]
    [InlineData(LinkPurpose.Reset, 60)]
    public void A_link_works_for_its_time_and_its_secret_only(LinkPurpose purpose, int minutes)
    {
        byte[] hash = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        var link = AccountLink.Issue(AccountLinkId.New(Now), _user.Id, purpose, hash, Now);

        link.IsGood(hash, Now.AddMinutes(minutes).AddSeconds(-1)).ShouldBeTrue();
        link.IsGood(hash, Now.AddMinutes(minutes)).ShouldBeFalse();
        link.IsGood(new byte[32], Now).ShouldBeFalse();
        link.Close(Now);
        link.IsGood(hash, Now).ShouldBeFalse();
    }
}
