using IswitchRoofs.ArchitectureTests.Rules;
using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests.Canaries;

public sealed class BoundaryCanaries
{
    private const string CustomersDomain = "IswitchRoofs.Customers.Domain";
    private const string LeadsDomain = "IswitchRoofs.Leads.Domain";

    private const string Customer = """
        namespace IswitchRoofs.Customers.Domain.Customers;
        public class Customer { public static Customer Find() => new(); public Task TouchAsync() => Task.CompletedTask; }
        public class CustomerException : Exception;
        public static class CustomerExtensions { public static void Greet(this string name) { } }
        """;

    [Theory, Trait("Canary", "B-1")]
    [InlineData("a field", "private object? _x = new Customer();")]
    [InlineData("a signature", "public Customer? X(Customer[] many) => null;")]
    [InlineData("a local variable", "public void X() { var customer = Customer.Find(); customer.TouchAsync(); }")]
    [InlineData("a generic argument", "public object X() => new List<Dictionary<string, Customer>>();")]
    [InlineData("typeof", "public Type X() => typeof(Customer);")]
    [InlineData("a type switch", "public bool X(object o) => o switch { Customer => true, _ => false };")]
    [InlineData("an extension call", "public void X() => \"Ann\".Greet();")]
    [InlineData("an async method", "public async Task X() { await Task.Yield(); await Customer.Find().TouchAsync(); }")]
    [InlineData("an iterator", "public IEnumerable<object> X() { yield return Customer.Find(); }")]
    [InlineData("what follows a jump table", "public object? X(int n) { switch (n) { case 0: return 1; case 1: return 2; case 2: return 3; case 3: return 4; case 4: return 5; } return Customer.Find(); }")]
    [InlineData("a lambda", "public Func<object> X() => () => Customer.Find();")]
    public void Another_module_is_seen_in(string shape, string member) => Reports(shape, member);

    /// <summary>The shapes that NetArchTest 1.3.2 cannot see.</summary>
    [Theory, Trait("Canary", "B-1"), Trait("Canary", "P-2")]
    [InlineData("an async lambda", "public Func<Task> X() => async () => { await Task.Yield(); await Customer.Find().TouchAsync(); };")]
    [InlineData("an async lambda that captures", "public Func<Task> X(int n) => async () => { await Task.Delay(n); await Customer.Find().TouchAsync(); };")]
    [InlineData("a catch without a variable", "public void X() { try { Console.WriteLine(); } catch (CustomerException) { } }")]
    [InlineData("typeof in an attribute", "[System.ComponentModel.TypeConverter(typeof(Customer))] public int X { get; }")]
    [InlineData("typeof in an attribute of a parameter", "public void X([System.ComponentModel.TypeConverter(typeof(Customer))] int n) { }")]
    public void Another_module_is_seen_even_in(string shape, string member) => Reports(shape, member);

    [Fact, Trait("Canary", "B-1"), Trait("Canary", "P-2")]
    public void Another_module_is_seen_in_an_attribute_of_the_assembly()
    {
        var code = Canary.Compile((CustomersDomain, Customer), (LeadsDomain, """
            [assembly: System.Runtime.CompilerServices.TypeForwardedTo(typeof(IswitchRoofs.Customers.Domain.Customers.CustomerException))]
            [assembly: IswitchRoofs.Leads.Domain.Mark<IswitchRoofs.Customers.Domain.Customers.Customer>]
            namespace IswitchRoofs.Leads.Domain;
            [AttributeUsage(AttributeTargets.Assembly)] public class MarkAttribute<T> : Attribute;
            """));

        Boundaries.NoOtherModule(code, "Leads").MustReport("IswitchRoofs.Leads.Domain refers to IswitchRoofs.Customers.Domain.Customers.Customer");
    }

    [Fact, Trait("Canary", "B-1")]
    public void The_own_module_is_not_another_module()
    {
        var code = Canary.Compile((LeadsDomain, "namespace IswitchRoofs.Leads.Domain.Leads; public class Lead;"),
            ("IswitchRoofs.Leads.Application", "namespace IswitchRoofs.Leads.Application; public class X { public IswitchRoofs.Leads.Domain.Leads.Lead? Lead; }"));

        Boundaries.NoOtherModule(code, "Leads").MustHold("a module may use itself");
    }

    [Fact, Trait("Canary", "B-2")]
    public void A_module_that_calls_the_host_is_seen()
    {
        var code = Canary.Compile(
            (CodeBase.HostName, "namespace IswitchRoofs.Host.Web; public static class Clock { public static void Tick() { } }"),
            ("IswitchRoofs.Leads.Application", "namespace IswitchRoofs.Leads.Application; public class Caller { public void Call() => IswitchRoofs.Host.Web.Clock.Tick(); }"));

        Boundaries.NothingKnowsTheHost(code).MustReport("IswitchRoofs.Leads.Application.Caller");
    }

    [Fact, Trait("Canary", "B-3")]
    public void A_shared_type_that_knows_a_module_is_seen()
    {
        var code = Canary.Compile((CustomersDomain, Customer),
            ("IswitchRoofs.Shared.Application", "namespace IswitchRoofs.Shared.Application; public class Helper { public object Help() => new IswitchRoofs.Customers.Domain.Customers.Customer(); }"));

        Boundaries.SharedKnowsNoModule(code).MustReport("IswitchRoofs.Shared.Application.Helper");
    }

    [Fact, Trait("Canary", "B-4")]
    public void An_area_that_uses_another_module_or_area_is_seen()
    {
        var code = HostWithReachingAreas();

        var outcome = Boundaries.AreasStayApart(code, new Dictionary<string, string>());

        outcome.MustReport("IswitchRoofs.Host.Areas.Leads.Api.LeadEndpoints", "AspNetCoreGeneratedDocument.Areas_Leads_Pages_Index", "IswitchRoofs.Host.Areas.Leads.Pages.Neighbour");
        outcome.MustNotReport("IswitchRoofs.Host.Areas.Leads.Api.Innocent");
    }

    [Fact, Trait("Canary", "B-4")]
    public void A_listed_composition_may_compose_and_a_stale_one_is_seen()
    {
        var outcome = Boundaries.AreasStayApart(HostWithReachingAreas(), new Dictionary<string, string>
        {
            ["IswitchRoofs.Host.Areas.Leads.Api.LeadEndpoints"] = "shows a lead's customer",
            ["IswitchRoofs.Host.Areas.Leads.Api.Gone"] = "was renamed",
        });

        outcome.MustNotReport("Api.LeadEndpoints");
        outcome.MustReport("IswitchRoofs.Host.Areas.Leads.Api.Gone");
    }

    [Fact, Trait("Canary", "B-5")]
    public void A_host_that_reaches_into_an_infrastructure_is_seen()
    {
        var code = Canary.Compile(
            ("IswitchRoofs.Leads.Infrastructure", """
                namespace IswitchRoofs.Leads.Infrastructure { public static class LeadsModule { public static void Add() { } } }
                namespace IswitchRoofs.Leads.Infrastructure.Persistence { public class LeadsDbContext; }
                """),
            (CodeBase.HostName, """
                namespace IswitchRoofs.Host.Web;
                public class Startup { public void Run() => IswitchRoofs.Leads.Infrastructure.LeadsModule.Add(); }
                public class Shortcut { public Func<Task<object>> Run() => async () => { await Task.Yield(); return new IswitchRoofs.Leads.Infrastructure.Persistence.LeadsDbContext(); }; }
                """));

        var outcome = Boundaries.HostSeesOnlyTheModuleClass(code);

        outcome.MustReport("IswitchRoofs.Host.Web.Shortcut");
        outcome.MustNotReport("IswitchRoofs.Host.Web.Startup");
    }

    private static void Reports(string shape, string member)
    {
        var code = Canary.Compile((CustomersDomain, Customer), (LeadsDomain, $$"""
            using IswitchRoofs.Customers.Domain.Customers;
            namespace IswitchRoofs.Leads.Domain.Leads;
            public class Reaching { {{member}} }
            public class Innocent { public int Number { get; } }
            """));

        var outcome = Boundaries.NoOtherModule(code, "Leads");

        outcome.Violations.ShouldNotBeEmpty(shape);
        outcome.MustReport("IswitchRoofs.Leads.Domain.Leads.Reaching");
        outcome.MustNotReport("IswitchRoofs.Leads.Domain.Leads.Innocent");
    }

    private static CodeBase HostWithReachingAreas() => Canary.Compile((CustomersDomain, Customer), (CodeBase.HostName, """
        using IswitchRoofs.Customers.Domain.Customers;
        namespace IswitchRoofs.Host.Areas.Leads.Api
        {
            public class LeadEndpoints { public Func<Task> Map() => async () => { await Task.Yield(); await Customer.Find().TouchAsync(); }; }
            public class Innocent { public int Map() => 1; }
        }
        namespace IswitchRoofs.Host.Areas.Leads.Pages
        {
            public class Neighbour { public object Map() => new IswitchRoofs.Host.Areas.Customers.Pages.CustomerPage(); }
        }
        namespace IswitchRoofs.Host.Areas.Customers.Pages
        {
            public class CustomerPage { public object Map() => Customer.Find(); }
        }
        namespace AspNetCoreGeneratedDocument
        {
            public class Areas_Leads_Pages_Index { public object Render() => Customer.Find(); }
        }
        """));
}
