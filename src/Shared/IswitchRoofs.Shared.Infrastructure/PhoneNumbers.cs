using System.Text.RegularExpressions;
using IswitchRoofs.Shared.Application;
using PhoneNumbers;

namespace IswitchRoofs.Shared.Infrastructure;

/// <inheritdoc/>
public sealed partial class PhoneNumbersOfRegion(ICompanyFacts company) : IPhoneNumbers
{
    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    public IReadOnlyCollection<string> Regions => Library.GetSupportedRegions();

    public string? Normalize(string typed)
    {
        var region = company.Current.Region;
        var bare = Formatting().Replace(typed, "");
        if (!SeedShape().IsMatch(bare)) return null;
        try
        {
            var number = Library.Parse(bare, region);
            return Library.IsValidNumberForRegion(number, region) ? Library.Format(number, PhoneNumberFormat.E164) : bare;
        }
        catch (NumberParseException)
        {
            return bare;
        }
    }

    public string Display(string stored)
    {
        var region = company.Current.Region;
        try
        {
            var number = Library.Parse(stored, region);
            return Library.Format(number, Library.IsValidNumberForRegion(number, region) ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        }
        catch (NumberParseException)
        {
            return stored;
        }
    }

    [GeneratedRegex(@"[\s.\-()]")]
    private static partial Regex Formatting();

    [GeneratedRegex(@"^\+?1?[0-9]{9,15}$")]
    private static partial Regex SeedShape();
}
