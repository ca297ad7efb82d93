using IswitchRoofs.Identity.Domain.Users;

namespace IswitchRoofs.Identity.Tests.Users;

public sealed class PasswordRulesTests
{
    private const string Email = "ann.lee@example.com";
    private const string Name = "Ann Lee-Whitfield";

    [Theory]
    [InlineData("Roof-Demo-2026!")]
    [InlineData("twelve bytes")]
    [InlineData("жёлтый дом")]
    public void An_uncommon_one_of_twelve_bytes_or_more_is_accepted(string password) =>
        PasswordRules.Objections(password, Email, Name).ShouldBeEmpty();

    [Theory]
    [InlineData("elevenbytes")]
    [InlineData("")]
    [InlineData("password1234")]
    [InlineData("PASSWORD1234")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("123123123123")]
    [InlineData("my-lee-whitfield-pass")]
    [InlineData("x-Ann.Lee-x-2026")]
    [InlineData("with\0nul-character")]
    public void What_others_guess_first_is_refused(string password) =>
        PasswordRules.Objections(password, Email, Name).ShouldNotBeEmpty();

    [Fact]
    public void Bytes_count_not_characters()
    {
        PasswordRules.Objections(string.Concat(Enumerable.Repeat("äbcd", 14)), Email, Name).ShouldBeEmpty();
        PasswordRules.Objections(string.Concat(Enumerable.Repeat("äbcd", 14)) + "xyz", Email, Name).ShouldHaveSingleItem();
    }

    [Fact]
    public void Short_names_may_occur_by_chance() =>
        PasswordRules.Objections("the annual budget", Email, "Ann Lee").ShouldBeEmpty();
}
