using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Tests.Application;

public sealed class CustomerUseCaseTests : CustomersOnPostgres
{
    [Fact]
    public async Task A_new_customer_can_be_read_back_as_it_was_answered()
    {
        var created = await HavingAsync(Ann() with
        {
            Phone = "(248) 555-0142",
            Address = "12 Oak St",
            City = "Birmingham",
            State = "mi",
            ZipCode = "48009",
            CustomerType = "commercial",
            PropertyValue = 450_000.5m,
            RoofAge = 12,
            Tags = ["Storm", "storm", " "],
            PreferredContactMethod = "text",
            NpsScore = 9,
            ReferralCount = 3,
        });

        var read = (await GetAsync(created.Id)).Value;

        read.ShouldBe(created with { Tags = read.Tags, CreatedAt = read.CreatedAt, UpdatedAt = read.UpdatedAt });
        read.ShouldSatisfyAllConditions(
            c => c.Phone.ShouldBe("+12485550142"), c => c.State.ShouldBe("MI"), c => c.Tags.ShouldBe(["Storm"]),
            c => c.Segment.ShouldBe("referral_source"), c => c.Status.ShouldBe("active"), c => c.EmailOptIn.ShouldBeTrue(),
            c => c.SmsOptIn.ShouldBeFalse(), c => c.CreatedBy.ShouldBe(Module.User.Id), c => c.ProjectCount.ShouldBe(0));
        (await Module.OutboxAsync()).ShouldHaveSingleItem().Type.ShouldBe("customers.customer-created.v1");
    }

    [Fact]
    public async Task Every_wrong_field_is_named()
    {
        var refused = await CreateAsync(new CreateCustomer
        {
            Name = "A", Email = "no", Phone = "12", State = "Mich", ZipCode = "4800", CustomerType = "private", RoofAge = 101, NpsScore = 11,
            PropertyValue = -1, PreferredContactMethod = "fax", RoofSizeSqft = 0, ReferralCount = -1, Notes = "a\0b",
        });

        refused.Error!.Kind.ShouldBe(ErrorKind.Invalid);
        refused.Error.Fields.Keys.Order().ShouldBe([
            "customer_type", "email", "name", "notes", "nps_score", "phone", "preferred_contact_method", "property_value", "referral_count",
            "roof_age", "roof_size_sqft", "state", "zip_code"]);
    }

    [Fact]
    public async Task An_equal_email_is_refused_naming_who_has_it()
    {
        var ann = await HavingAsync(Ann());

        var refused = await CreateAsync(Ann("ANN@example.com") with { AllowDuplicate = true });

        refused.Error!.Code.ShouldBe("customers.email_taken");
        refused.Error.Kind.ShouldBe(ErrorKind.Conflict);
        var existing = refused.Error.Extensions["existing_customer"].ShouldBeOfType<Dictionary<string, object?>>();
        existing["id"].ShouldBe(ann.Id);
        existing["name"].ShouldBe("Ann Lee");
    }

    [Fact]
    public async Task Who_may_not_read_customers_does_not_learn_who_has_the_email()
    {
        await HavingAsync(Ann());
        Module.User.Become(Guid.CreateVersion7(), "integration", CustomersPermissions.Write);

        var refused = await CreateAsync(Ann());

        refused.Error!.Code.ShouldBe("customers.email_taken");
        refused.Error.Extensions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_who_take_one_email_at_once_exactly_one_gets_it()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => CreateAsync(Ann()))));

        results.Count(r => r.IsSuccess).ShouldBe(1);
        results.Where(r => r.IsFailure).ShouldAllBe(r => r.Error!.Code == "customers.email_taken");
        (await Module.Database.ScalarAsync<long>("SELECT count(*) FROM customers.customers")).ShouldBe(1);
        (await Module.OutboxAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("(248) 555-0142", null, "Bob", "phone")]
    [InlineData(null, "12 OAK ST", "ann lee", "name_and_address")]
    public async Task An_equal_phone_or_name_and_address_warns_and_lets_one_go_on(string? phone, string? address, string name, string matchedOn)
    {
        var ann = await HavingAsync(Ann() with { Phone = "248.555.0142", Address = "12 Oak St" });
        var again = new CreateCustomer { Name = name, Email = "other@example.com", Phone = phone, Address = address };

        var warned = await CreateAsync(again);

        warned.Error!.Code.ShouldBe("duplicate_suspected");
        var match = warned.Error.Extensions["matches"].ShouldBeOfType<Dictionary<string, object?>[]>().ShouldHaveSingleItem();
        match["id"].ShouldBe(ann.Id);
        match["matched_on"].ShouldBe(matchedOn);
        (await CreateAsync(again with { AllowDuplicate = true })).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_clears_what_is_null()
    {
        var ann = await HavingAsync(Ann() with { Phone = "2485550142", City = "Troy", EmailOptIn = false });

        var patched = (await PatchAsync(ann.Id, new CustomerPatch { City = (string?)null, ReferralCount = 3 })).Value;

        patched.ShouldSatisfyAllConditions(
            c => c.City.ShouldBeNull(), c => c.Phone.ShouldBe("+12485550142"), c => c.EmailOptIn.ShouldBeFalse(),
            c => c.Segment.ShouldBe("referral_source"), c => c.Version.ShouldNotBe(ann.Version));
        (await Module.OutboxAsync())[^1].Type.ShouldBe("customers.customer-updated.v1");
    }

    [Fact]
    public async Task Saying_the_same_again_changes_nothing_and_tells_nobody()
    {
        var ann = await HavingAsync(Ann() with { Tags = ["vip"] });

        var same = (await PatchAsync(ann.Id, new CustomerPatch { Name = "Ann Lee", Tags = new[] { "vip" } })).Value;

        same.Version.ShouldBe(ann.Version);
        (await Module.OutboxAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        var ann = await HavingAsync(Ann());
        await PatchAsync(ann.Id, new CustomerPatch { City = "Troy" });

        var refused = await PatchAsync(ann.Id, new CustomerPatch { City = "Novi" }, ann.Version);

        refused.Error!.Kind.ShouldBe(ErrorKind.Stale);
    }

    [Fact]
    public async Task An_email_cannot_be_changed_to_somebody_elses()
    {
        var bob = await HavingAsync(new CreateCustomer { Name = "Bob", Email = "bob@example.com" });
        await HavingAsync(Ann());

        (await PatchAsync(bob.Id, new CustomerPatch { Email = "ann@example.com" })).Error!.Code.ShouldBe("customers.email_taken");
    }

    [Fact]
    public async Task A_replacement_puts_back_the_defaults_of_what_it_does_not_name()
    {
        var ann = await HavingAsync(Ann() with { City = "Troy", SmsOptIn = true, CustomerType = "government" });

        var replaced = (await Module.DoAsync<ReplaceCustomerHandler, Result<CustomerDetails>>(
            h => h.HandleAsync(new ReplaceCustomer(ann.Id, new CustomerFields { Name = "Anne Lee", Email = "ann@example.com" }), default))).Value;

        replaced.ShouldSatisfyAllConditions(
            c => c.Name.ShouldBe("Anne Lee"), c => c.City.ShouldBeNull(), c => c.SmsOptIn.ShouldBeFalse(), c => c.CustomerType.ShouldBe("residential"));
    }

    [Fact]
    public async Task A_deleted_customer_is_gone_until_restored_within_thirty_days()
    {
        var ann = await HavingAsync(Ann());

        (await DeleteAsync(ann.Id)).IsSuccess.ShouldBeTrue();
        (await GetAsync(ann.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await RestoreAsync(ann.Id)).IsSuccess.ShouldBeTrue();
        (await GetAsync(ann.Id)).IsSuccess.ShouldBeTrue();
        (await RestoreAsync(ann.Id)).Error!.Code.ShouldBe("customers.not_deleted");
        (await Module.OutboxAsync()).Select(m => m.Type).ShouldBe(
            ["customers.customer-created.v1", "customers.customer-deleted.v1", "customers.customer-restored.v1"]);

        await DeleteAsync(ann.Id);
        Module.Clock.Advance(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1));
        (await RestoreAsync(ann.Id)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task The_trash_does_not_hold_an_email_but_restoring_into_a_clash_is_refused()
    {
        var ann = await HavingAsync(Ann());
        await DeleteAsync(ann.Id);
        await HavingAsync(Ann());

        (await RestoreAsync(ann.Id)).Error!.Code.ShouldBe("customers.email_taken");
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_done()
    {
        var ann = await HavingAsync(Ann());
        Module.User.Become(Guid.CreateVersion7(), "nobody");

        (await CreateAsync(Ann("x@example.com"))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await GetAsync(ann.Id)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await PatchAsync(ann.Id, new CustomerPatch { City = "Troy" })).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await DeleteAsync(ann.Id)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await RestoreAsync(ann.Id)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await SearchAsync(new SearchCustomers(new PageRequest()))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task The_list_finds_by_every_filter()
    {
        var me = Module.User.Id!.Value;
        var ann = await HavingAsync(Ann() with
        {
            Phone = "(248) 555-0142",
            Address = "12 Oak St",
            City = "Troy",
            ZipCode = "48083-1234",
            CustomerType = "commercial",
            AssignedTo = me,
            Tags = ["storm"],
            ReferralCount = 3,
        });
        Module.Clock.Advance(TimeSpan.FromDays(2));
        var bob = await HavingAsync(new CreateCustomer { Name = "Bob_100% Sure", Email = "bob@example.com" });

        foreach (var query in new SearchCustomers[]
        {
            new(new PageRequest(), Q: "nn le"), new(new PageRequest(), Q: "(248) 555-01"), new(new PageRequest(), Q: "555.0142"), new(new PageRequest(), Q: "OAK ann"),
            new(new PageRequest(), CustomerType: "commercial,government"), new(new PageRequest(), Segment: "referral_source"), new(new PageRequest(), AssignedTo: "me"),
            new(new PageRequest(), AssignedTo: me.ToString()), new(new PageRequest(), City: "troy"), new(new PageRequest(), ZipCode: "48083"), new(new PageRequest(), Tag: "storm"),
            new(new PageRequest(), CreatedTo: "2026-06-15"), new(new PageRequest(), CreatedTo: "2026-06-16T00:00:00Z"),
        })
            (await SearchAsync(query)).Value.Items.Select(c => c.Id).ShouldBe([ann.Id], query.ToString());

        foreach (var query in new SearchCustomers[]
        {
            new(new PageRequest(), Q: "_100%"), new(new PageRequest(), AssignedTo: "none"), new(new PageRequest(), CreatedFrom: "2026-06-17"),
        })
            (await SearchAsync(query)).Value.Items.Select(c => c.Id).ShouldBe([bob.Id], query.ToString());

        (await SearchAsync(new(new PageRequest(), Status: "active", LifetimeValueMin: 0, LifetimeValueMax: 0))).Value.Total.ShouldBe(2);
        (await SearchAsync(new(new PageRequest(), LifetimeValueMin: 1))).Value.Total.ShouldBe(0);
        (await SearchAsync(new(new PageRequest(Sort: "name")))).Value.Items.Select(c => c.Id).ShouldBe([ann.Id, bob.Id]);
        (await SearchAsync(new(new PageRequest()))).Value.Items.Select(c => c.Id).ShouldBe([bob.Id, ann.Id]);
    }

    [Fact]
    public async Task Wrong_filters_are_refused_by_name()
    {
        var refused = await SearchAsync(new(
            new PageRequest(PerPage: 1000, Sort: "shoe_size"), CustomerType: "x", Segment: "x", Status: "active,x", AssignedTo: "x", ZipCode: "x", CreatedFrom: "x", CreatedTo: "0001-01-01"));

        refused.Error!.Fields.Keys.Order().ShouldBe(["assigned_to", "created_from", "created_to", "customer_type", "per_page", "segment", "sort", "status", "zip_code"]);
    }

    [Fact]
    public async Task A_walk_by_cursor_meets_each_customer_once_while_others_are_added()
    {
        for (var i = 0; i < 7; i++) await HavingAsync(new CreateCustomer { Name = $"Customer {i % 3}", Email = $"c{i}@example.com" });
        var met = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = (await SearchAsync(new(new PageRequest(PerPage: 2, Cursor: cursor, Sort: "name,-created_at")))).Value;
            met.AddRange(page.Items.Select(c => c.Id));
            cursor = page.NextCursor;
            await HavingAsync(new CreateCustomer { Name = "Aaron", Email = $"new{met.Count}@example.com" });
        }
        while (cursor is not null);

        met.Count.ShouldBe(7);
        met.Distinct().Count().ShouldBe(7);
    }

    private Task<Result<PageOf<CustomerRow>>> SearchAsync(SearchCustomers query) =>
        Module.DoAsync<SearchCustomersHandler, Result<PageOf<CustomerRow>>>(h => h.HandleAsync(query, default));
}
