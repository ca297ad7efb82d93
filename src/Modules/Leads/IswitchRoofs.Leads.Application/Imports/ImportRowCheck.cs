using System.Text.Json;
using System.Text.Json.Serialization;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Imports;

/// <summary>Reads the cells of a row by the mapping of its import and checks them as every other lead is checked.</summary>
public sealed class ImportRowCheck(IPhoneNumbers phones)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="fields">For each cell the field it fills; empty for none.</param>
    /// <param name="defaultSource">For a row without a source.</param>
    public CheckedRow Check(IReadOnlyList<string> cells, IReadOnlyList<string> fields, string? defaultSource)
    {
        var problems = new List<CheckedProblem>();
        if (cells.Count > fields.Count)
            problems.Add(new CheckedProblem("", $"The row has {cells.Count} cells, but the file {fields.Count} columns: a separator inside a value without quotes?", null));
        var typed = new TypedCells(cells, fields, problems);
        var given = Read(typed);
        var check = new Validation();
        var facts = LeadFieldsCheck.Check(given with { Source = given.Source ?? defaultSource }, phones, check);
        if (check.Failed)
        {
            foreach (var (field, messages) in check.ToError().Fields)
                foreach (var message in messages)
                    if (!problems.Exists(p => p.Field == field)) problems.Add(new CheckedProblem(field, message, typed.Original(field)));
        }

        return problems.Count > 0
            ? new CheckedRow(null, null, null, problems)
            : new CheckedRow(facts.Phone, facts.Email, JsonSerializer.Serialize(Clean(given, facts), Json), []);
    }

    private static LeadFields Read(TypedCells cells)
    {
        var (first, last) = (cells.Text("first_name"), cells.Text("last_name"));
        if (cells.Text(ImportFields.FullName) is { } full && (first is null || last is null)) (first, last) = Split(full);
        return new LeadFields
        {
            FirstName = first,
            LastName = last,
            Phone = cells.Text("phone"),
            Email = cells.Text("email"),
            Source = cells.Word<LeadSource>("source"),
            Address = cells.Text("address"),
            City = cells.Text("city"),
            State = cells.Text("state") is { } state ? ImportValues.State(state) : null,
            ZipCode = cells.Text("zip_code") is { } zip ? ImportValues.ZipCode(zip) : null,
            PropertyValue = cells.Money("property_value"),
            RoofAge = cells.Whole("roof_age"),
            RoofType = cells.Text("roof_type"),
            RoofSizeSqft = cells.Whole("roof_size_sqft"),
            ProjectType = cells.Word<ProjectType>("project_type"),
            EstimatedValue = cells.Money("estimated_value"),
            Priority = cells.Word<LeadPriority>("priority"),
            Urgency = cells.Word<Urgency>("urgency"),
            BudgetMin = cells.Money("budget_min"),
            BudgetMax = cells.Money("budget_max"),
            BudgetConfirmed = cells.YesNo("budget_confirmed"),
            IsDecisionMaker = cells.YesNo("is_decision_maker"),
            InsuranceClaim = cells.YesNo("insurance_claim"),
            ReferralCode = cells.Text("referral_code"),
            NextFollowUpOn = cells.Date("next_follow_up_on"),
            Tags = cells.Text("tags")?.Split([',', ';', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Notes = cells.Text("notes"),
        };
    }

    // "Lee, Ann" and "Ann Marie Lee".
    private static (string? First, string? Last) Split(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0) return (NullIfEmpty(name[(comma + 1)..]), NullIfEmpty(name[..comma]));
        var space = name.LastIndexOf(' ');
        return space < 0 ? (null, name) : (NullIfEmpty(name[..space]), NullIfEmpty(name[(space + 1)..]));
    }

    private static string? NullIfEmpty(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    // What was given, as the check has tidied it up; what was not given stays out, so that it overwrites nothing.
    private static LeadFields Clean(LeadFields given, LeadFacts facts) => given with
    {
        FirstName = facts.FirstName,
        LastName = facts.LastName,
        Phone = facts.Phone,
        Email = facts.Email,
        Address = facts.Address,
        City = facts.City,
        State = facts.State,
        ZipCode = facts.ZipCode,
        RoofType = facts.RoofType,
        ReferralCode = facts.ReferralCode,
        Tags = given.Tags is null || facts.Tags.Count == 0 ? null : facts.Tags,
        Notes = facts.Notes,
    };

    private sealed class TypedCells(IReadOnlyList<string> cells, IReadOnlyList<string> fields, List<CheckedProblem> problems)
    {
        public string? Text(string field)
        {
            for (var i = 0; i < fields.Count && i < cells.Count; i++)
                if (string.Equals(fields[i], field, StringComparison.Ordinal)) return NullIfEmpty(cells[i]);
            return null;
        }

        public string? Original(string field) => Text(field) ?? (field is "first_name" or "last_name" ? Text(ImportFields.FullName) : null);

        public string? Word<T>(string field) where T : struct, Enum => Text(field) is { } text ? ImportValues.Word<T>(text) : null;

        public decimal? Money(string field) => Parse<decimal>(field, ImportValues.TryMoney, "must be an amount such as $12,500.00.");

        public int? Whole(string field) => Parse<int>(field, ImportValues.TryWhole, "must be a whole number such as 15.");

        public bool? YesNo(string field) => Parse<bool>(field, ImportValues.TryYesNo, "must be yes or no.");

        public DateOnly? Date(string field) => Parse<DateOnly>(field, ImportValues.TryDate, "must be a date such as 2026-04-30 or 4/30/2026.");

        private T? Parse<T>(string field, TryParse<T> parse, string message) where T : struct
        {
            if (Text(field) is not { } text) return null;
            if (parse(text, out var value)) return value;
            problems.Add(new CheckedProblem(field, message, text));
            return null;
        }
    }

    private delegate bool TryParse<T>(string text, out T value);
}

/// <summary>What the check of a row found.</summary>
/// <param name="Facts">What it says about the lead, as JSON; null when there are problems.</param>
public sealed record CheckedRow(string? Phone, string? Email, string? Facts, IReadOnlyList<CheckedProblem> Problems);

/// <param name="Field">Empty when the row as a whole is meant.</param>
/// <param name="Value">As it stands in the file.</param>
public sealed record CheckedProblem(string Field, string Message, string? Value);
