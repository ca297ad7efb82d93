using System.Collections.Frozen;
using System.Text;

namespace IswitchRoofs.Leads.Domain.Imports;

/// <summary>What a column of a file can fill, and how people head such columns.</summary>
public static class ImportFields
{
    /// <summary>First and last name in one column.</summary>
    public const string FullName = "full_name";

    // The first name of each is the field; headers are compared by their letters and digits alone.
    private static readonly (string Field, string[] Headers)[] Known =
    [
        ("first_name", ["first", "fname", "givenname", "forename", "contactfirstname", "ownerfirstname"]),
        ("last_name", ["last", "lname", "surname", "familyname", "contactlastname", "ownerlastname"]),
        (FullName, ["name", "contact", "contactname", "customer", "customername", "client", "clientname", "leadname", "homeowner", "owner", "ownername", "lead"]),
        ("phone", ["phonenumber", "phoneno", "tel", "telephone", "mobile", "mobilephone", "mobilenumber", "cell", "cellphone", "homephone", "primaryphone", "contactphone", "contactnumber"]),
        ("email", ["mail", "emailaddress", "contactemail", "primaryemail"]),
        ("source", ["leadsource", "origin", "channel", "howdidyouhearaboutus", "referredby", "campaign"]),
        ("address", ["street", "streetaddress", "address1", "addressline1", "propertyaddress", "mailingaddress", "street1"]),
        ("city", ["town", "municipality"]),
        ("state", ["st", "province", "region"]),
        ("zip_code", ["zip", "zipcode", "postalcode", "postcode", "plz"]),
        ("property_value", ["homevalue", "housevalue", "propertyprice", "assessedvalue", "marketvalue"]),
        ("roof_age", ["ageofroof", "roofageyears", "roofyears"]),
        ("roof_type", ["rooftype", "roofmaterial", "material", "roofing"]),
        ("roof_size_sqft", ["roofsize", "roofarea", "roofsqft", "sqft", "squarefeet", "squarefootage"]),
        ("project_type", ["project", "service", "servicetype", "worktype", "jobtype", "typeofwork"]),
        ("estimated_value", ["estimate", "value", "dealvalue", "dealsize", "amount", "estimatedamount", "opportunityvalue"]),
        ("priority", ["prio", "importance"]),
        ("urgency", ["timeframe", "timeline", "when", "howsoon"]),
        ("budget_min", ["minbudget", "minimumbudget", "budgetfrom", "budget"]),
        ("budget_max", ["maxbudget", "maximumbudget", "budgetto"]),
        ("budget_confirmed", ["confirmedbudget", "budgetok"]),
        ("is_decision_maker", ["decisionmaker"]),
        ("insurance_claim", ["insurance", "claim"]),
        ("referral_code", ["refcode", "couponcode", "promocode"]),
        ("next_follow_up_on", ["nextfollowup", "followup", "followupdate", "followupon", "callback", "callbackdate", "nextcontact"]),
        ("tags", ["tag", "labels", "label", "categories", "category"]),
        ("notes", ["note", "comments", "comment", "description", "remarks", "details", "message"]),
    ];

    private static readonly FrozenDictionary<string, string> ByHeader =
        Known.SelectMany(k => k.Headers.Append(LettersOf(k.Field)).Select(h => (h, k.Field))).DistinctBy(p => p.h).ToFrozenDictionary(p => p.h, p => p.Field, StringComparer.Ordinal);

    public static IReadOnlyList<string> All { get; } = [.. Known.Select(k => k.Field)];

    /// <summary>For each header the field that it most likely names; each field once, the first column wins.</summary>
    public static IReadOnlyList<string> Guess(IReadOnlyList<string> headers)
    {
        var guesses = headers.Select(h => ByHeader.GetValueOrDefault(LettersOf(h), "")).ToArray();
        if (guesses.Contains("first_name") && guesses.Contains("last_name"))
            for (var i = 0; i < guesses.Length; i++)
                if (guesses[i] == FullName) guesses[i] = "";
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < guesses.Length; i++)
            if (guesses[i].Length > 0 && !taken.Add(guesses[i])) guesses[i] = "";
        return guesses;
    }

    /// <summary>Tells headers apart that are the same, and gives those without a name the one of their column.</summary>
    public static IReadOnlyList<string> Distinct(IReadOnlyList<string> headers)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new string[headers.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var bare = headers[i].Trim();
            if (bare.Length == 0) bare = $"Column {i + 1}";
            if (bare.Length > 200) bare = bare[..200];
            names[i] = bare;
            for (var again = 2; !taken.Add(names[i]); again++) names[i] = $"{bare} ({again})";
        }

        return names;
    }

    /// <summary>Lower-case letters and digits of a text: how headers and words are compared.</summary>
    public static string LettersOf(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) letters.Append(char.ToLowerInvariant(c));
        return letters.ToString();
    }
}
