using System.Text;
using Microsoft.Playwright;

namespace IswitchRoofs.Host.Tests.Browser;

[Collection(BrowserFixture.Shared)]
public sealed class ImportJourneyTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(Window.Desk)]
    [InlineData(Window.Phone)]
    public async Task A_list_is_uploaded_mapped_mended_brought_in_and_taken_back(int width)
    {
        var family = $"List{Guid.NewGuid():N}"[..12];
        await using var window = await browser.SignInAsync("manager", width);
        var page = window.Page;
        await page.GotoAsync("/Leads/Imports/Create");
        await page.GetByLabel("File").SetInputFilesAsync(new FilePayload
        {
            Name = "spring fair.csv", MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"Visitor,E-mail,Zip\nAnn {family},ann.{family}@example.org,48009\nBob {family},bob at home,48075\n"),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and go on" }).ClickAsync();

        await page.GetByLabel("What column Visitor fills").SelectOptionAsync("full_name");
        (await page.GetByLabel("What column E-mail fills").InputValueAsync()).ShouldBe("email");
        await page.GetByLabel("Source of rows that name none").SelectOptionAsync("referral");
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the rows" }).ClickAsync();

        var mend = page.GetByLabel("E-mail of row 3");
        await mend.FillAsync($"bob.{family}@example.org");
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await mend.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import 2 rows" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "See the leads" }).WaitForAsync();
        (await window.FindBarriersAsync()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo the import" }).ClickAsync();
        await Assertions.Expect(page.Locator("#import-state .status-word")).ToHaveTextAsync("Undone");
        await page.GotoAsync($"/Leads?q={family}");
        await Assertions.Expect(page.GetByText("No lead matches")).ToBeVisibleAsync();
        window.TakeComplaints().ShouldBeEmpty();
    }
}
