using IswitchRoofs.Leads.Application.Imports;
using IswitchRoofs.Leads.Application.Leads;
using Npgsql;

namespace IswitchRoofs.Leads.Tests.Application.Imports;

public sealed class ImportTests : ImportsOnPostgres
{
    private const string Three =
        """
        First,Last,E-mail,Phone,Zip,Lead source,Home value,Next follow-up,Insurance,Tags
        Ann,Lee,ann@example.org,(248) 555-0142,48009,Website Form,"$650,000",4/30/2026,yes,"roof, hail"
        Bob,May,bob@example.org,,48075,facebook,250k,,no,
        Cy,Orr,,248.555.0199,2134,Referral,,,,
        """;

    [Fact]
    public async Task A_file_becomes_scored_leads_that_nobody_is_told_of_one_by_one()
    {
        var import = await HavingRunAsync(Three);

        import.Status.ShouldBe("completed");
        import.Counts.ShouldBe(new ImportCounts(3, 3, 0, 0, 0, 0, 3, 0, 0, 0));
        var ann = (await SearchAsync(new SearchLeads { Q = "ann@example.org" })).Items.ShouldHaveSingleItem();
        var lead = (await GetAsync(ann.Id)).Value.Value;
        lead.Phone.ShouldBe("+12485550142");
        lead.PropertyValue.ShouldBe(650_000);
        lead.NextFollowUpOn.ShouldBe(new DateOnly(2026, 4, 30));
        lead.InsuranceClaim.ShouldBeTrue();
        lead.Tags.ShouldBe(["roof", "hail"]);
        lead.ImportId.ShouldBe(import.Id);
        lead.Score.ShouldBe(lead.ScoreBreakdown.TotalScore);
        lead.Score.ShouldBeGreaterThan(60);
        (await SearchAsync(new SearchLeads { Q = "Orr" })).Items.ShouldHaveSingleItem().ZipCode.ShouldBe("02134");

        var told = await Module.OutboxAsync();
        told.Select(m => m.Type).ShouldBe(["leads.leads-imported.v1", "leads.lead-import-finished.v1"]);
        told[0].Payload.GetProperty("Created").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task What_an_import_writes_is_in_the_audit_trail_like_any_other_lead()
    {
        await HavingRunAsync(Three);
        var alone = await HavingAsync();

        var (imported, created) = (await AuditAsync("ann@example.org"), await AuditAsync(alone.Email!));

        imported.Actor.ShouldBe(created.Actor);
        imported.Fields.ShouldContain("email");
        created.Fields.Except(imported.Fields).ShouldBeEmpty("what one tells the other tells too");
    }

    [Fact]
    public async Task The_same_file_again_brings_nothing_new()
    {
        await HavingRunAsync(Three);

        var again = await HavingRunAsync(Three);

        again.Counts.ShouldBe(new ImportCounts(3, 0, 0, 3, 0, 0, 0, 0, 0, 0));
        (await RowsAsync(again.Id, "duplicate")).ShouldAllBe(r => r.Problems[0].Message == "An open lead has all of this already.");
        (await SearchAsync(new SearchLeads())).Total.ShouldBe(3);
    }

    [Fact]
    public async Task A_file_fills_in_what_open_leads_lack_and_undo_takes_it_out_again()
    {
        var lead = await HavingAsync(Somebody() with { Email = "dee@example.org", City = "Troy" });
        var import = await HavingRunAsync("name,email,city,property value,tags\nDee Lee2,dee@example.org,Birmingham,700000,list\n");

        import.Counts.Updated.ShouldBe(1);
        var updated = (await GetAsync(lead.Id)).Value.Value;
        updated.City.ShouldBe("Birmingham");
        updated.Score.ShouldBeGreaterThan(lead.Score);
        updated.Tags.ShouldBe(["list"]);
        updated.ImportId.ShouldBeNull("it came in by itself");
        (await HistoryAsync(lead.Id)).Items[0].Reason.ShouldBe("Imported");

        Module.Clock.Advance(TimeSpan.FromMinutes(1));
        var undone = await UndoAsync(import.Id);

        undone.Status.ShouldBe("undone");
        undone.Counts.Undone.ShouldBe(1);
        var back = (await GetAsync(lead.Id)).Value.Value;
        back.City.ShouldBe("Troy");
        back.PropertyValue.ShouldBeNull();
        back.Tags.ShouldBeEmpty();
        back.Score.ShouldBe(lead.Score);
    }

    [Fact]
    public async Task Undo_leaves_alone_what_somebody_changed_since()
    {
        var import = await HavingRunAsync(Three);
        Module.Clock.Advance(TimeSpan.FromMinutes(1));
        var ann = (await SearchAsync(new SearchLeads { Q = "ann@example.org" })).Items[0];
        (await PatchAsync(ann.Id, new UpdateLead { City = "Troy" })).IsSuccess.ShouldBeTrue();

        var undone = await UndoAsync(import.Id);

        undone.Counts.Undone.ShouldBe(2);
        undone.Counts.Kept.ShouldBe(1);
        (await RowsAsync(import.Id, "kept")).ShouldHaveSingleItem().Problems[0].Message.ShouldBe("Somebody changed it since.");
        (await SearchAsync(new SearchLeads())).Items.ShouldHaveSingleItem().Id.ShouldBe(ann.Id);
        (await Module.OutboxAsync()).ShouldContain(m => m.Type == "leads.leads-import-undone.v1" && m.Payload.GetProperty("DeletedLeadIds").GetArrayLength() == 2);
        (await AskToUndoAsync(import.Id)).Error!.Code.ShouldBe("leads.import_undone");
    }

    [Fact]
    public async Task An_import_can_be_undone_for_thirty_days()
    {
        var import = await HavingRunAsync(Three);
        Module.Clock.Advance(TimeSpan.FromDays(31));

        (await AskToUndoAsync(import.Id)).Error!.Code.ShouldBe("leads.import_too_old");
    }

    [Fact]
    public async Task Every_row_that_cannot_come_in_says_why_and_can_be_corrected_or_dropped()
    {
        var import = await HavingCheckedAsync(
            """
            name,email,phone,roof age,source
            Ann Lee,ann@example.org,,12 years,website
            Bob May,bob(at)example.org,,old,website
            Cy Orr,,,,carrier pigeon
            Ann Again,ann@example.org,,,website
            """);

        import.Counts.ShouldBe(new ImportCounts(4, 1, 0, 1, 2, 0, 0, 0, 0, 0));
        var invalid = await RowsAsync(import.Id, "invalid");
        invalid[0].RowNo.ShouldBe(3);
        invalid[0].Problems.Select(p => (p.Field, p.Value)).ShouldBe([("roof_age", "old"), ("email", "bob(at)example.org")]);
        invalid[1].Problems.Select(p => p.Field).ShouldBe(["source", "phone"], ignoreOrder: true);
        (await RowsAsync(import.Id, "duplicate")).ShouldHaveSingleItem().Problems[0].Message.ShouldBe("Row 2 of the file is the same person.");

        (await ChangeRowAsync(import.Id, 3, new ChangeImportRow { Values = new Dictionary<string, string?> { ["email"] = "bob@example.org", ["roof age"] = "20" } })).Value.State.ShouldBe("new");
        (await ChangeRowAsync(import.Id, 4, new ChangeImportRow { Drop = true })).Value.State.ShouldBe("dropped");
        (await ChangeRowAsync(import.Id, 5, new ChangeImportRow { Values = new Dictionary<string, string?> { ["nonsense"] = "x" } })).Error!.Fields.Keys.ShouldBe(["values.nonsense"]);
        (await ChangeRowAsync(import.Id, 99, new ChangeImportRow { Drop = true })).Error!.Code.ShouldBe("leads.import_row_not_found");

        (await RunAsync(import.Id)).Counts.ShouldBe(new ImportCounts(4, 2, 0, 1, 0, 1, 2, 0, 0, 0));
    }

    [Fact]
    public async Task A_customer_is_no_new_lead()
    {
        await Module.PublishAsync(new IntegrationEvents.Customers.CustomerCreated(
            Guid.CreateVersion7(), Module.Clock.GetUtcNow(), Guid.CreateVersion7(), "Ann Lee", "ann@example.org", null, "residential", null, null, null, null, null, null));

        var import = await HavingCheckedAsync(Three);

        import.Counts.Duplicate.ShouldBe(1);
        (await RowsAsync(import.Id, "duplicate"))[0].Problems[0].Message.ShouldBe("A customer has this e-mail address already.");
    }

    [Fact]
    public async Task A_lead_that_somebody_captured_after_the_dry_run_is_not_brought_in_twice()
    {
        var import = await HavingCheckedAsync(Three);
        await HavingAsync(Somebody() with { FirstName = "Bob", LastName = "May", Email = "bob@example.org" });

        (await RunAsync(import.Id)).Counts.Created.ShouldBe(2);

        (await SearchAsync(new SearchLeads { Q = "bob@example.org" })).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Two_imports_of_one_file_at_once_bring_its_leads_in_once()
    {
        var (first, second) = (await HavingCheckedAsync(Three), await HavingCheckedAsync(Three));
        await AskToRunAsync(first.Id);
        await AskToRunAsync(second.Id);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(BackgroundAsync)));
        await BackgroundAsync();

        (await SearchAsync(new SearchLeads())).Total.ShouldBe(3);
        ((await ImportAsync(first.Id)).Counts.Created + (await ImportAsync(second.Id)).Counts.Created).ShouldBe(3);
    }

    [Fact]
    public async Task Matching_leads_are_skipped_where_that_was_wished()
    {
        await HavingAsync(Somebody() with { Email = "ann@example.org" });
        var import = await HavingUploadedAsync(Three);
        (await MapAsync(import.Id, new MapImport { Mapping = import.Columns.ToDictionary(c => c.Header, c => c.Field), OnMatch = "skip" })).Error.ShouldBeNull();

        (await CheckAsync(import.Id)).Counts.ShouldBe(new ImportCounts(3, 2, 0, 1, 0, 0, 0, 0, 0, 0));
    }

    [Fact]
    public async Task Imported_leads_wait_for_nobody_and_go_to_whom_they_were_given()
    {
        var person = await HavingUserAsync("Sam");
        var import = await HavingUploadedAsync(Three);
        await MapAsync(import.Id, new MapImport { Mapping = import.Columns.ToDictionary(c => c.Header, c => c.Field), AssignedTo = person });
        await CheckAsync(import.Id);
        await RunAsync(import.Id);

        var leads = (await SearchAsync(new SearchLeads())).Items;
        leads.ShouldAllBe(l => l.AssignedTo == person);
        var clock = await Module.DoAsync<IswitchRoofs.Leads.Application.Response.GetLeadResponseHandler, SharedKernel.Results.Result<IswitchRoofs.Leads.Application.Response.LeadResponse>>(
            h => h.HandleAsync(new(leads[0].Id), default));
        clock.Value.State.ShouldBe("imported");
        (await HistoryAsync(leads[0].Id)).Items.ShouldHaveSingleItem().Kind.ShouldBe("assignment");

        Module.Clock.Advance(TimeSpan.FromDays(3));
        (await SearchAsync(new SearchLeads { Overdue = true })).Items
            .ShouldHaveSingleItem().FirstName.ShouldBe("Ann", "only her follow-up was planned for a day that is over");
    }

    [Fact]
    public async Task A_mapping_names_what_is_wrong_with_it()
    {
        var import = await HavingUploadedAsync("Full name,Mail,What\nAnn Lee,ann@example.org,x\n");
        import.Columns.Select(c => c.Field).ShouldBe(["full_name", "email", null]);

        var refused = await MapAsync(import.Id, new MapImport { Mapping = new Dictionary<string, string?> { ["Mail"] = "email", ["What"] = "email", ["Full name"] = "score", ["Gone"] = "phone" }, DefaultSource = "pigeon" });

        refused.Error!.Fields.Keys.ShouldBe(["default_source", "mapping.What", "mapping.Full name", "mapping.Gone"], ignoreOrder: true);
        await MapAsync(import.Id, new MapImport { Mapping = new Dictionary<string, string?> { ["Full name"] = "full_name", ["Mail"] = "email" } });
        (await ImportAsync(import.Id)).MappingLacks.ShouldBe("a column for the source, or a source for all rows");
        (await Module.DoAsync<ValidateImportHandler, SharedKernel.Results.Result<Shared.Application.Versioned<ImportDetails>>>(h => h.HandleAsync(new ValidateImport(import.Id, null), default)))
            .Error!.Code.ShouldBe("leads.import_mapping_incomplete");
        (await MapAsync(import.Id, new MapImport { Mapping = new Dictionary<string, string?>() }, ifVersion: 1)).Error!.Code.ShouldBe("stale_version");
    }

    [Fact]
    public async Task A_saved_mapping_fits_the_next_file_of_its_kind()
    {
        const string File = "Who,Where to write\nAnn Lee,ann@example.org\n";
        var import = await HavingUploadedAsync(File);
        import.Columns.ShouldAllBe(c => c.Field == null);
        var mapping = new MapImport { Mapping = new Dictionary<string, string?> { ["Who"] = "full_name", ["Where to write"] = "email" }, DefaultSource = "referral", SaveAs = "Partner list" };
        (await MapAsync(import.Id, mapping)).Error.ShouldBeNull();

        (await HavingUploadedAsync("where to write,who\nbob@example.org,Bob May\n")).Columns.Select(c => c.Field).ShouldBe(["email", "full_name"]);
    }

    [Fact]
    public async Task An_import_moves_on_only_as_it_may()
    {
        var import = await HavingUploadedAsync(Three);
        (await AskToRunAsync(import.Id)).Error!.Code.ShouldBe("leads.import_not_ready");
        (await AskToUndoAsync(import.Id)).Error!.Code.ShouldBe("leads.import_not_ready");
        (await CancelAsync(import.Id)).Value.Value.Status.ShouldBe("cancelled");
        (await CancelAsync(import.Id)).Error!.Code.ShouldBe("leads.import_not_ready");
        (await AskToUndoAsync(import.Id)).Error!.Code.ShouldBe("leads.import_not_ready");
    }

    [Fact]
    public async Task Rows_are_forgotten_when_the_import_can_no_longer_be_undone()
    {
        var ended = await HavingRunAsync(Three);
        var unfinished = await HavingUploadedAsync(Three);
        Module.Clock.Advance(TimeSpan.FromDays(8));
        var housekeeping = () => Module.DoAsync<Infrastructure.Imports.ImportHousekeeping, Shared.Infrastructure.Jobs.JobOutcome>(j => j.RunAsync(default));

        (await housekeeping()).Counts.ShouldBe(new Dictionary<string, int> { ["import_rows"] = 3, ["unfinished_imports"] = 1 }, ignoreOrder: true);
        Module.Clock.Advance(TimeSpan.FromDays(23));
        (await housekeeping()).Counts["import_rows"].ShouldBe(3);

        (await ImportAsync(ended.Id)).Counts.Created.ShouldBe(3);
        unfinished.Id.ShouldNotBe(ended.Id);
    }

    private async Task<(string Actor, string[] Fields)> AuditAsync(string email)
    {
        await using var connection = await Module.Database.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT a.actor_kind || '/' || a.actor_name, ARRAY(SELECT c->>'field' FROM jsonb_array_elements(a.changes) c) FROM leads.audit_entries a JOIN leads.leads l ON l.id = a.entity_id WHERE a.action = 'created' AND l.email = $1", connection)
        {
            Parameters = { new() { Value = email } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        (await reader.ReadAsync()).ShouldBeTrue();
        return (reader.GetString(0), reader.GetFieldValue<string[]>(1));
    }
}
