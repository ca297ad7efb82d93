using IswitchRoofs.Identity.Application.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Identity.Pages;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ResetPasswordModel(GetAccountLinkHandler links, ResetPasswordHandler resetting, SignInThrottle throttle) : ChoosePassword("reset", links, resetting, throttle)
{
    protected override string Done => "Your new password is saved. Sign in with it.";
}
