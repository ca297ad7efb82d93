using IswitchRoofs.Host.Web.Display;

namespace IswitchRoofs.Host.Tests.Web;

public sealed class DisplayTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 8, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("appointment_scheduled", "Appointment scheduled")]
    [InlineData("google_lsa", "Google LSA")]
    [InlineData("1-3_months", "1 to 3 months")]
    [InlineData(null, "–")]
    public void A_stored_value_reads_as_people_say_it(string? stored, string shown) => Words.Of(stored).ShouldBe(shown);

    [Fact]
    public void A_property_reads_as_a_label() => Words.OfProperty("EstimatedValue").ShouldBe("Estimated value");

    [Theory]
    [InlineData(1, "1 lead")]
    [InlineData(12345, "12,345 leads")]
    public void A_count_agrees_with_its_noun(int number, string shown) => Words.Count(number, "lead").ShouldBe(shown);

    [Theory]
    [InlineData("Ann Lee", "AL")]
    [InlineData("Ann van der Lee", "AL")]
    [InlineData("Ann", "A")]
    [InlineData(" ", "?")]
    public void Initials_take_the_first_and_the_last_word(string name, string shown) => Words.Initials(name).ShouldBe(shown);

    [Theory]
    [InlineData("12500", "$12,500")]
    [InlineData("12500.5", "$12,500.50")]
    [InlineData("-3", "-$3")]
    [InlineData("0", "$0")]
    public void Money_shows_cents_only_where_there_are_any(string value, string shown) =>
        Formats.Money(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(shown);

    [Theory]
    [InlineData(-30, "just now")]
    [InlineData(-90, "1 minute ago")]
    [InlineData(7200, "in 2 hours")]
    [InlineData(-90000, "yesterday")]
    [InlineData(-1_300_000, "2 weeks ago")]
    public void An_instant_is_told_relative_to_now(int seconds, string shown) =>
        Formats.Relative(Now.AddSeconds(seconds), Now).ShouldBe(shown);

    [Theory]
    [InlineData(0, "today")]
    [InlineData(1, "tomorrow")]
    [InlineData(-3, "3 days ago")]
    [InlineData(40, "Apr 17")]
    [InlineData(400, "Apr 12, 2027")]
    public void A_day_is_told_relative_to_today_while_that_helps(int days, string shown)
    {
        var today = new DateOnly(2026, 3, 8);
        Formats.RelativeDay(today.AddDays(days), today).ShouldBe(shown);
    }

    [Fact]
    public void The_exact_instant_carries_its_zone_on_both_sides_of_the_spring_night()
    {
        var detroit = TimeZoneInfo.FindSystemTimeZoneById("America/Detroit");
        Formats.Exact(new DateTimeOffset(2026, 3, 8, 6, 59, 59, TimeSpan.Zero), detroit).ShouldBe("Sun, Mar 8, 2026, 1:59:59 AM (UTC-05:00)");
        Formats.Exact(new DateTimeOffset(2026, 3, 8, 7, 0, 0, TimeSpan.Zero), detroit).ShouldBe("Sun, Mar 8, 2026, 3:00:00 AM (UTC-04:00)");
    }

    [Theory]
    [InlineData(80, "hot")]
    [InlineData(79, "warm")]
    [InlineData(59, "cool")]
    [InlineData(39, "cold")]
    public void A_score_has_the_colour_of_its_temperature(int score, string temperature) => Tones.TemperatureOf(score).ShouldBe(temperature);

    [Fact]
    public void A_status_nobody_listed_is_gray() => Tones.Of("something_new").ShouldBe("gray");
}
