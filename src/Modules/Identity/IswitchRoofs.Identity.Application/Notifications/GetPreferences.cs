using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Notifications;

/// <summary>How the caller wants to be told.</summary>
public sealed record GetPreferences;

public sealed class GetPreferencesHandler(IRepository<NotificationPreferences> preferences, ICurrentUser caller, ICompanyClock company) : IUseCase
{
    public async Task<Result<PreferenceDetails>> HandleAsync(GetPreferences query, CancellationToken ct)
    {
        if (caller.Id is not { } id) return AccountErrors.NotSignedIn();
        var found = await preferences.FindAsync(UserId.From(id), ct) ?? NotificationPreferences.Of(UserId.From(id));
        return PreferenceDetails.Of(found, company.Zone);
    }
}
