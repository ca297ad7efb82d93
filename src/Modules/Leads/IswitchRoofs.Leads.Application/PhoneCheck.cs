using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application;

internal static class PhoneCheck
{
    /// <summary>As the module stores numbers (V1); null when absent or refused.</summary>
    public static string? Check(this IPhoneNumbers phones, string field, string? typed, Validation check)
    {
        var text = check.Text(field, typed, 40);
        if (text is null) return null;
        var number = phones.Normalize(text);
        if (number is null) check.Add(field, "must be a phone number such as (248) 555-0142.");
        return number;
    }
}
