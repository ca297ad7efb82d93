using System.Globalization;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Customers.Infrastructure.Demo;

/// <summary>Forty customers of Southeast Michigan, met over the past year.</summary>
internal sealed class DemoCustomers(CustomersDbContext db, ICompanyClock clock) : IDemoDataSeeder
{
    // Beyond the number of the documentation's example, which must not look like somebody we already know.
    private const int FirstPhone = 150;

    private static readonly (string City, string Zip, string AreaCode, decimal Value)[] Places =
    [
        ("Birmingham", "48009", "248", 640_000), ("Bloomfield Hills", "48304", "248", 910_000), ("Troy", "48084", "248", 385_000), ("Rochester Hills", "48309", "248", 430_000),
        ("Grosse Pointe", "48236", "313", 560_000), ("Dearborn", "48128", "313", 245_000), ("Ann Arbor", "48103", "734", 470_000), ("Plymouth", "48170", "734", 365_000),
        ("Northville", "48167", "248", 520_000), ("Farmington Hills", "48334", "248", 340_000), ("Canton", "48187", "734", 315_000), ("Livonia", "48154", "734", 268_000),
        ("Southfield", "48075", "248", 229_000), ("West Bloomfield", "48322", "248", 455_000), ("Royal Oak", "48067", "248", 299_000),
    ];

    private static readonly string[] Streets =
        ["Oakwood Ave", "Maple Rd", "Lakeshore Dr", "Pine Hill Ct", "Cranbrook Rd", "Harding St", "Elm Park Blvd", "Stonegate Ln", "Washtenaw Ave", "Old Orchard Dr", "Quarton Rd"];

    private static readonly string[] RoofTypes = ["asphalt_shingles", "asphalt_shingles", "metal", "asphalt_shingles", "tile", "flat_roof", "slate"];

    private static readonly string[] Sources = ["referral", "website_form", "google_lsa", "phone_inquiry", "door_to_door", "storm_response", "organic_search"];

    public int Order => 20;

    public async Task SeedAsync(CancellationToken ct)
    {
        var first = CustomerId.From(DemoPeople.Customer(1));
        if (await db.Customers.IgnoreQueryFilters().AnyAsync(c => c.Id == first, ct)) return;
        for (var n = 1; n <= DemoPeople.Customers; n++) db.Customers.Add(Make(n));
        await db.SaveChangesAsync(ct);
    }

    private Customer Make(int n)
    {
        var name = DemoPeople.CustomerName(n);
        var place = Places[n * 7 % Places.Length];
        var type = n switch
        {
            21 => CustomerType.Government,
            3 or 7 or 11 or 16 or 26 or 31 or 36 => CustomerType.Commercial,
            _ => CustomerType.Residential,
        };
        var profile = new CustomerProfile
        {
            Name = name,
            Email = $"{Slug(name)}@example.com",
            Phone = string.Create(CultureInfo.InvariantCulture, $"+1{place.AreaCode}555{FirstPhone + n:d4}"),
            Address = string.Create(CultureInfo.InvariantCulture, $"{118 + (n * 137 % 4200)} {Streets[n * 5 % Streets.Length]}"),
            City = place.City,
            State = "MI",
            ZipCode = place.Zip,
            CustomerType = type,
            PropertyValue = type == CustomerType.Residential ? place.Value + (n * 7_500 % 60_000) : null,
            PropertyType = type == CustomerType.Residential ? "single_family" : "commercial_building",
            RoofAge = n * 11 % 32,
            RoofType = RoofTypes[n % RoofTypes.Length],
            RoofSizeSqft = type == CustomerType.Residential ? 1_400 + (n * 173 % 2_600) : 6_000 + (n * 311 % 9_000),
            Tags = (n % 6) switch { 0 => ["storm_2026"], 3 => ["referral"], 4 => ["hoa"], _ => [] },
            PreferredContactMethod = (n % 3) switch { 0 => ContactMethod.Phone, 1 => ContactMethod.Email, _ => ContactMethod.Text },
            SmsOptIn = n % 2 == 0,
            AssignedTo = n % 2 == 0 ? DemoPeople.Sales2 : DemoPeople.Sales,
            NpsScore = n % 4 == 1 ? null : 5 + (n * 3 % 6),
            ReferralCount = n % 13 == 0 ? 3 : n % 5 == 0 ? 1 : 0,
            OriginalSource = Sources[n % Sources.Length],
        };
        var day = clock.Today.AddDays(-365 + (n * 9));
        return Customer.Register(
            CustomerId.From(DemoPeople.Customer(n)), profile, profile.AssignedTo, clock.At(day, new TimeOnly(9 + (n % 8), n * 7 % 60)));
    }

    private static string Slug(string name) =>
        new([.. name.ToLowerInvariant().Replace(' ', '.').Where(c => char.IsAsciiLetter(c) || c is '.' or '-')]);
}
