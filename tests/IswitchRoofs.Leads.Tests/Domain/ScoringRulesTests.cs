using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Tests.Domain;

/// <summary>S12: rules other than the standard ones, and what is refused as rules.</summary>
public sealed class ScoringRulesTests
{
    private static readonly Actor Sam = new(Guid.Parse("01900000-0000-7000-8000-00000000000a"), "Sam");
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 15, 0, 0, TimeSpan.Zero);
    private static readonly ScoringInput Ann = new(LeadSource.DoorToDoor, LeadStatus.New, "48009", 420_000, Urgency.Planning, null, false, false, null, 0);

    [Fact]
    public void Sentences_name_the_numbers_of_the_rules_that_made_the_score()
    {
        var rules = ScoringRules.Standard with
        {
            PropertyValue = new([new(800_000, 25), new(400_000, 18)], OtherPoints: 2),
            Location = ScoringRules.Standard.Location with { PremiumZips = ["49001"], TargetZips = ["48009"], TargetPoints = 4 },
            Engagement = ScoringRules.Standard.Engagement with { Sources = new Dictionary<LeadSource, int>(ScoringRules.Standard.Engagement.Sources) { [LeadSource.DoorToDoor] = 8 }, Cap = 12, AdvancedPoints = 2 },
            ResponseTime = new([new(3, 9), new(120, 4), new(2_880, 2)], LaterPoints: 0),
            Interactions = new([new(6, 8), new(2, 4)], NonePoints: 1),
            Bant = ScoringRules.Standard.Bant with { BudgetSteps = [new(20_000, 5), new(5_000, 2)] },
        };

        ScoringPolicy.Score(Ann, rules).ShouldSatisfyAllConditions(
            s => s.PropertyValue.ShouldBe(new(18, "A property worth $420,000 is in the upper band (400,000 to 799,999).")),
            s => s.Location.ShouldBe(new(4, "ZIP 48009 is in our target area.")),
            s => s.Engagement.ShouldBe(new(8, "Leads from door to door engage with 8 of 12 points.")),
            s => s.ResponseTime.ShouldBe(new(0, "Nobody has responded yet: respond within three minutes for full points.")),
            s => s.Interactions.ShouldBe(new(1, "No conversation yet.")),
            s => s.Budget.Points.ShouldBe(3));
        ScoringPolicy.Score(Ann with { PropertyValue = 900_000, ResponseMinutes = 61, InteractionCount = 3, Status = LeadStatus.Qualified }, rules).ShouldSatisfyAllConditions(
            s => s.PropertyValue.Reason.ShouldBe("A property worth $900,000 is in the top band (800,000 and more)."),
            s => s.ResponseTime.ShouldBe(new(4, "Responded within two hours.")),
            s => s.Interactions.ShouldBe(new(4, "3 of 6 interactions.")),
            s => s.Engagement.ShouldBe(new(10, "Leads from door to door engage with 8 of 12 points; being qualified or further adds 2.")));
        ScoringPolicy.Score(Ann with { PropertyValue = 100_000, ResponseMinutes = 4_000, InteractionCount = 1, BudgetMin = 4_999 }, rules).ShouldSatisfyAllConditions(
            s => s.PropertyValue.ShouldBe(new(2, "A property worth $100,000 is below 400,000.")),
            s => s.ResponseTime.ShouldBe(new(0, "The response took more than two days.")),
            s => s.Interactions.ShouldBe(new(1, "1 of 6 interactions.")),
            s => s.Budget.ShouldBe(new(0, "No budget of 5,000 or more is known.")));
    }

    [Fact]
    public void A_band_that_is_moved_changes_the_temperature_and_not_the_score()
    {
        var usual = ScoringPolicy.Score(Ann with { Urgency = Urgency.Immediate, Source = LeadSource.WebsiteForm, ResponseMinutes = 1 }, ScoringRules.Standard);
        var moved = ScoringPolicy.Score(Ann with { Urgency = Urgency.Immediate, Source = LeadSource.WebsiteForm, ResponseMinutes = 1 }, HotFrom(70));

        usual.Total.ShouldBe(75);
        (usual.Temperature, moved.Total, moved.Temperature).ShouldBe((Temperature.Warm, 75, Temperature.Hot));
    }

    [Fact]
    public void A_lead_remembers_the_rules_of_its_score_and_is_scored_by_new_ones_when_it_returns_from_the_trash()
    {
        var lead = Lead.Capture(
            new LeadFacts { FirstName = "Ann", LastName = "Lee", Source = LeadSource.WebsiteForm, Phone = "+12485550142", ZipCode = "48009", PropertyValue = 650_000 }, ScoringRules.Standard, Sam, Now);
        (lead.Score, lead.Temperature, lead.ScoringVersion).ShouldBe((76, Temperature.Warm, 1));
        var rules = HotFrom(70) with { Version = 2 };
        lead.IsScoredBy(ScoringRules.Standard).ShouldBeTrue();
        lead.IsScoredBy(rules).ShouldBeFalse();
        lead.ClearDomainEvents();

        lead.MoveToTrash(Now);
        lead.TakeOutOfTrash(rules, Sam, Now);

        (lead.Score, lead.Temperature, lead.ScoringVersion).ShouldBe((76, Temperature.Hot, 2));
        lead.DomainEvents.Select(e => e.GetType().Name).ShouldBe(["LeadTrashed", "LeadTakenBack", "LeadChanged"]);
    }

    [Theory]
    [InlineData("property_value.steps", "must have 1 to 8 steps.")]
    [InlineData("property_value.steps[1].limit", "must be below the one before.")]
    [InlineData("property_value.steps[0].points", "must be between 0 and 55.")]
    [InlineData("property_value", "Property value, location and income may reach 55 points together, these reach 60.")]
    [InlineData("location.target_zips", "48009: in the premium area already.")]
    [InlineData("location.premium_zips", "4800, 48009-1234: five digits each.")]
    [InlineData("income.cap", "is required.")]
    [InlineData("engagement", "Engagement, response time and interactions may reach 35 points together, these reach 40.")]
    [InlineData("engagement.sources", "'carrier_pigeon' is no source.")]
    [InlineData("engagement.sources.referral", "is required.")]
    [InlineData("response_time.steps[1].limit", "must be above the one before.")]
    [InlineData("interactions.none_points", "must be between 0 and 35.")]
    [InlineData("bant.cap", "must be between 0 and 10.")]
    [InlineData("bant.need", "is required.")]
    [InlineData("bands.warm", "must be below hot.")]
    [InlineData("bands.hot", "must be between 0 and 100.")]
    [InlineData("location", "is required.")]
    public async Task Rules_that_make_no_sense_are_refused_by_the_field(string field, string message)
    {
        // Nothing is read or scored before the rules are right.
        var refused = (await new PreviewScoringRulesHandler(null!, null!).HandleAsync(Wrong(field), default)).Error.ShouldNotBeNull();

        refused.Kind.ShouldBe(ErrorKind.Invalid);
        refused.Fields.Keys.ShouldBe([field]);
        refused.Fields[field].ShouldBe([message]);
    }

    private static PreviewScoringRules Wrong(string field)
    {
        var right = StandardFields.Preview;
        var (value, location, income, engagement) = (right.PropertyValue!, right.Location!, right.Income!, right.Engagement!);
        return field switch
        {
            "property_value.steps" => right with { PropertyValue = value with { Steps = [] } },
            "property_value.steps[1].limit" => right with { PropertyValue = value with { Steps = [new(300_000, 20), new(300_000, 10)] } },
            "property_value.steps[0].points" => right with { PropertyValue = value with { Steps = [new(300_000, 56)] } },
            "property_value" => right with { PropertyValue = value with { Steps = [new(300_000, 35)] } },
            "location.target_zips" => right with { Location = location with { TargetZips = ["48009", "48075"] } },
            "location.premium_zips" => right with { Location = location with { PremiumZips = ["4800", "48009-1234", "48012"] } },
            "income.cap" => right with { Income = income with { Cap = null } },
            "engagement" => right with { Engagement = engagement with { AdvancedPoints = 5, Cap = 20 } },
            "engagement.sources" => right with { Engagement = engagement with { Sources = new Dictionary<string, int?>(engagement.Sources!) { ["carrier_pigeon"] = 3 } } },
            "engagement.sources.referral" => right with { Engagement = engagement with { Sources = engagement.Sources!.Where(s => s.Key != "referral").ToDictionary() } },
            "response_time.steps[1].limit" => right with { ResponseTime = right.ResponseTime! with { Steps = [new(5, 9), new(2, 10)] } },
            "interactions.none_points" => right with { Interactions = right.Interactions! with { NonePoints = -1 } },
            "bant.cap" => right with { Bant = right.Bant! with { Cap = 11 } },
            "bant.need" => right with { Bant = right.Bant! with { Need = null } },
            "bands.warm" => right with { Bands = new(70, 70, 40) },
            "bands.hot" => right with { Bands = new(101, 60, 40) },
            _ => right with { Location = null },
        };
    }

    private static ScoringRules HotFrom(int score) => ScoringRules.Standard with { Bands = new(score, 60, 40) };
}

/// <summary>The standard rules as a client would send them.</summary>
internal static class StandardFields
{
    public static ChangeScoringRules Change { get; } = new()
    {
        PropertyValue = new([new(500_000, 30), new(300_000, 20), new(200_000, 10)], 5),
        Location = new(
            10, 7, 3, ["48009", "48012", "48025", "48067", "48301", "48302", "48304", "48236", "48230", "48306", "48309"],
            ["48075", "48084", "48098", "48167", "48103", "48105", "48108", "48331", "48334", "48335", "48187", "48188"]),
        Income = new([new(500_000, 10), new(300_000, 5)], 5, 15),
        Engagement = new(
            new Dictionary<string, int?>
            {
                ["website_form"] = 15, ["phone_inquiry"] = 15, ["email_inquiry"] = 14, ["repeat_customer"] = 14, ["referral"] = 13, ["google_lsa"] = 12, ["google_ads"] = 12,
                ["partner_referral"] = 11, ["storm_response"] = 11, ["organic_search"] = 10, ["facebook_ads"] = 9, ["door_to_door"] = 6,
            },
            3, 15),
        ResponseTime = new([new(2, 10), new(5, 9), new(15, 7), new(60, 5), new(1_440, 3)], 1),
        Interactions = new([new(10, 10), new(5, 7), new(3, 5), new(1, 3)], 0),
        Bant = new(8, [new(15_000, 6), new(8_000, 4)], 300_000, 3, 0, 7, 1, new(5, 3, 2, 1), new(5, 3, 1, 0), 10),
        Bands = new(80, 60, 40),
    };

    public static PreviewScoringRules Preview => new(Change);
}
