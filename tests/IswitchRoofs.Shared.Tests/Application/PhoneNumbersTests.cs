using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure;

namespace IswitchRoofs.Shared.Tests.Application;

public sealed class PhoneNumbersTests
{
    private static readonly PhoneNumbersOfRegion Numbers = new(new CompanyFactsOfHost(new CompanyFacts("Roofs", TimeZoneInfo.Utc, "US")));

    [Theory]
    [InlineData("(248) 555-0142", "+12485550142")]
    [InlineData("248.555.0142", "+12485550142")]
    [InlineData("+1 248 555 0142", "+12485550142")]
    [InlineData("1-248-555-0142", "+12485550142")]
    [InlineData("123456789", "123456789")] // Nine digits fit the shape but are no number of the region: kept as typed.
    public void A_typed_number_is_stored_in_one_form(string typed, string stored) => Numbers.Normalize(typed).ShouldBe(stored);

    [Theory]
    [InlineData("12345678")]
    [InlineData("call me")]
    [InlineData("248-555-0142 ext 5")]
    [InlineData("")]
    [InlineData("24855501422485550")]
    [InlineData("٢٤٨٥٥٥٠١٤٢")]
    public void What_is_no_number_is_refused(string typed) => Numbers.Normalize(typed).ShouldBeNull();

    [Fact]
    public void A_stored_number_is_shown_as_people_write_it() => Numbers.Display("+12485550142").ShouldBe("(248) 555-0142");
}
