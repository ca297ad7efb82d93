using IswitchRoofs.Leads.Domain.Leads;

namespace IswitchRoofs.Leads.Infrastructure.Demo;

/// <summary>Plausible leads of Southeast Michigan: the same for the same number, on every machine.</summary>
internal static class DemoLeadBook
{
    private static readonly string[] FirstNames =
    [
        "James", "Mary", "Robert", "Patricia", "Ahmed", "Linda", "Michael", "Fatima", "David", "Susan", "Helen", "Elena", "Marcus", "Jessica",
        "Daniel", "Nadia", "Anthony", "Karen", "Luis", "Priya", "Steven", "Grace", "Omar", "Sharon", "Kevin", "Angela", "Brian", "Mei", "George", "Denise",
    ];

    private static readonly string[] LastNames =
    [
        "Anderson", "Haddad", "Kowalski", "Johnson", "Nguyen", "Williams", "Patel", "Schmidt", "Brown", "Rossi", "Davis", "Saad", "Miller", "Wilson",
        "Novak", "Moore", "Garcia", "Taylor", "Petrov", "Thomas", "Jackson", "White", "Chaudhry", "Martin", "Lindqvist", "Thompson", "Bazzi", "Clark",
        "Lewis", "Robinson", "O'Brien", "Walker",
    ];

    private static readonly (string City, string Zip, int TypicalValue)[] Places =
    [
        ("Birmingham", "48009", 650_000), ("Bloomfield Hills", "48302", 820_000), ("Royal Oak", "48067", 340_000), ("Troy", "48084", 410_000),
        ("Rochester Hills", "48309", 450_000), ("Grosse Pointe", "48236", 480_000), ("Northville", "48167", 520_000), ("Ann Arbor", "48103", 470_000),
        ("Farmington Hills", "48331", 360_000), ("Canton", "48187", 330_000), ("Southfield", "48075", 240_000), ("Detroit", "48201", 190_000),
        ("Warren", "48089", 180_000), ("Livonia", "48150", 270_000), ("Dearborn", "48124", 230_000), ("Sterling Heights", "48310", 290_000),
        ("Novi", "48375", 420_000), ("Clarkston", "48346", 380_000), ("Ypsilanti", "48197", 210_000), ("Pontiac", "48340", 150_000),
    ];

    private static readonly string[] Streets =
    [
        "Maple Rd", "Woodward Ave", "Oakland Ave", "Lakeshore Dr", "Chestnut St", "Pine Ridge Ct", "Cranbrook Rd", "Telegraph Rd", "Adams Rd",
        "Lincoln St", "Quarton Rd", "Evergreen Rd", "Hunter Blvd", "Orchard Lake Rd", "Willow Ln", "Franklin Rd", "Cherry Hill Rd", "Plymouth Rd",
    ];

    private static readonly string?[] RoofTypes = ["asphalt shingles", "asphalt shingles", "asphalt shingles", "metal", "flat roof", "slate", "tile", null];

    private static readonly string[] LostReasons = ["Chose another company", "Price", "Postponed to next year", "No answer after five calls"];

    private static readonly string?[] Notes =
    [
        "Missing shingles on the north side after the storm.", "Water stain on the bedroom ceiling.", "Wants two estimates compared.",
        "Neighbour of a recent project, liked the crew.", "Insurance adjuster comes next week.", null, null, null,
    ];

    private static readonly LeadSource[] Sources =
    [
        LeadSource.WebsiteForm, LeadSource.WebsiteForm, LeadSource.GoogleLsa, LeadSource.GoogleLsa, LeadSource.GoogleAds, LeadSource.PhoneInquiry, LeadSource.PhoneInquiry,
        LeadSource.Referral, LeadSource.FacebookAds, LeadSource.DoorToDoor, LeadSource.StormResponse, LeadSource.OrganicSearch, LeadSource.EmailInquiry, LeadSource.RepeatCustomer,
    ];

    // A year's leads: most are settled, the pipeline holds some at every stage.
    private static readonly LeadStatus[] SettledStatuses =
        [LeadStatus.Lost, LeadStatus.Lost, LeadStatus.Nurture, LeadStatus.Negotiation, LeadStatus.QuoteSent, LeadStatus.Lost, LeadStatus.InspectionCompleted, LeadStatus.Lost];

    private static readonly LeadStatus[] FreshStatuses =
        [LeadStatus.New, LeadStatus.Contacted, LeadStatus.New, LeadStatus.Qualified, LeadStatus.AppointmentScheduled, LeadStatus.Contacted, LeadStatus.QuoteSent, LeadStatus.InspectionCompleted];

    public static LeadFacts Facts(int number)
    {
        var random = new Pick((uint)number);
        var place = random.Of(Places);
        var first = random.Of(FirstNames);
        var last = random.Of(LastNames);
        var value = place.TypicalValue + (random.Below(21) - 10) * place.TypicalValue / 50;
        var type = random.Of<ProjectType>([ProjectType.FullReplacement, ProjectType.FullReplacement, ProjectType.Repair, ProjectType.Inspection, ProjectType.Emergency, ProjectType.InsuranceClaim, ProjectType.Maintenance]);
        var estimate = type switch
        {
            ProjectType.FullReplacement => 14_000 + (random.Below(40) * 500),
            ProjectType.InsuranceClaim => 11_000 + (random.Below(30) * 500),
            ProjectType.Repair or ProjectType.Emergency => 900 + (random.Below(40) * 100),
            _ => 250 + (random.Below(10) * 50),
        };
        return new LeadFacts
        {
            FirstName = first,
            LastName = last,
            Source = random.Of(Sources),
            Phone = $"+1{random.Of<string>(["248", "248", "734", "313", "586"])}555{Line(number):0000}",
            Email = random.Below(5) == 0 ? null : $"{first}.{last.Replace("'", "", StringComparison.Ordinal)}{number}@example.com".ToLowerInvariant(),
            Address = $"{100 + random.Below(4_800)} {random.Of(Streets)}",
            City = place.City,
            State = "MI",
            ZipCode = place.Zip,
            PropertyValue = random.Below(6) == 0 ? null : value,
            RoofAge = random.Below(5) == 0 ? null : 3 + random.Below(28),
            RoofType = random.Of(RoofTypes),
            RoofSizeSqft = random.Below(3) == 0 ? null : 1_200 + (random.Below(30) * 100),
            ProjectType = type,
            EstimatedValue = estimate,
            Priority = type == ProjectType.Emergency ? LeadPriority.Urgent : random.Of<LeadPriority>([LeadPriority.Medium, LeadPriority.Medium, LeadPriority.Low, LeadPriority.High]),
            Urgency = type == ProjectType.Emergency ? Urgency.Immediate : random.Of<Urgency>([Urgency.Immediate, Urgency.OneToThreeMonths, Urgency.ThreeToSixMonths, Urgency.Planning]),
            BudgetMin = random.Below(3) == 0 ? estimate * 0.8m : null,
            BudgetConfirmed = random.Below(5) == 0,
            IsDecisionMaker = random.Below(3) != 0,
            InsuranceClaim = type == ProjectType.InsuranceClaim,
            Tags = random.Below(4) == 0 ? ["storm-2026"] : [],
            Notes = random.Of(Notes),
        };
    }

    /// <summary>Where a lead of this age stands by now.</summary>
    public static LeadStatus Status(int number, TimeSpan age)
    {
        if (age < TimeSpan.FromHours(3)) return LeadStatus.New;
        var random = new Pick((uint)number + 77_777);
        return age < TimeSpan.FromDays(21) ? random.Of(FreshStatuses) : random.Of(SettledStatuses);
    }

    /// <summary>Most are called within minutes, some only within the hour.</summary>
    public static DateTimeOffset AnsweredAt(int number, DateTimeOffset captured) => captured.AddMinutes(number % 3 == 0 ? 1.5 : 2 + (number % 47));

    public static LoggedInteraction FirstCall(DateTimeOffset at) => new("phone_call", "outbound", "successful", at, ByPerson: true);

    public static string LostReason(int number) => new Pick((uint)number + 99).Of(LostReasons);

    /// <summary>A small generator of our own: the framework's promises no sequence across versions.</summary>
    private struct Pick(uint seed)
    {
        private uint _state = (seed * 2_654_435_761u) ^ 0x9E37_79B9u;

        public int Below(int limit)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return (int)(_state % (uint)limit);
        }

        public T Of<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];
    }

    // The number of the documentation's example must not look like somebody we already know.
    private static int Line(int number) => number % 10_000 == 142 ? 9_142 : number % 10_000;
}
