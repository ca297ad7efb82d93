using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Users;

/// <summary>What a person may be told about, checked alike wherever it is changed.</summary>
internal static class ProfileFields
{
    public static string? Phone(Validation check, IPhoneNumbers phones, string? value)
    {
        var typed = check.Text("phone", value, 30);
        var phone = typed is null ? null : phones.Normalize(typed);
        if (typed is not null && phone is null) check.Add("phone", "must be a phone number such as (248) 555-0142.");
        return phone;
    }

    public static string? Timezone(Validation check, string? value)
    {
        var zone = check.Text("timezone", value, 100);
        if (zone is not null && !(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId))
            check.Add("timezone", "must be the name of a time zone such as America/Detroit.");
        return zone;
    }
}
