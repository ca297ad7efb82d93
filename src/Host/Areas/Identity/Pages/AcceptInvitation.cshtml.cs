using IswitchRoofs.Identity.Application.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Identity.Pages;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AcceptInvitationModel(GetAccountLinkHandler links, ResetPasswordHandler resetting, SignInThrottle throttle) : ChoosePassword("invite", links, resetting, throttle)
{
    protected override string Done => "Your account is ready. Sign in with your new password.";
}
