using System.Xml.Linq;
using IswitchRoofs.ArchitectureTests.Rules;
using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests.Canaries;

/// <summary>Each takes our own solution's files, breaks one thing and shows that exactly this is reported.</summary>
public sealed class ProjectCanaries
{
    private const string Leads = "src/Modules/Leads/IswitchRoofs.Leads.Domain/IswitchRoofs.Leads.Domain.csproj";
    private const string Contracts = "src/Shared/IswitchRoofs.IntegrationEvents/IswitchRoofs.IntegrationEvents.csproj";

    [Fact, Trait("Canary", "P-1")]
    public void A_reference_from_one_module_to_another_is_seen()
    {
        var root = Copy();
        Add(root, Leads, "ProjectReference", "../../Customers/IswitchRoofs.Customers.Domain/IswitchRoofs.Customers.Domain.csproj");

        ProjectFiles.ReferenceGraph(root).MustReport("IswitchRoofs.Leads.Domain must not reference IswitchRoofs.Customers.Domain");
    }

    [Fact, Trait("Canary", "P-1")]
    public void A_host_that_references_a_domain_is_seen()
    {
        var root = Copy();
        Add(root, "src/Host/IswitchRoofs.Host.csproj", "ProjectReference", @"..\Modules\Leads\IswitchRoofs.Leads.Domain\IswitchRoofs.Leads.Domain.csproj");

        ProjectFiles.ReferenceGraph(root).MustReport("IswitchRoofs.Host must not reference IswitchRoofs.Leads.Domain");
    }

    [Fact, Trait("Canary", "P-1")]
    public void A_missing_reference_and_a_missing_project_are_seen()
    {
        var root = Copy();
        Remove(root, Leads, "ProjectReference");
        File.Delete(Path.Combine(root, Contracts));

        ProjectFiles.ReferenceGraph(root).MustReport("IswitchRoofs.Leads.Domain must reference IswitchRoofs.SharedKernel", "IswitchRoofs.IntegrationEvents does not exist");
    }

    [Fact, Trait("Canary", "P-1")]
    public void A_module_test_that_looks_into_another_module_is_seen()
    {
        var root = Copy();
        Add(root, "tests/IswitchRoofs.Leads.Tests/IswitchRoofs.Leads.Tests.csproj", "ProjectReference", "../../src/Host/IswitchRoofs.Host.csproj");

        ProjectFiles.ReferenceGraph(root).MustReport("IswitchRoofs.Leads.Tests must not reference IswitchRoofs.Host");
    }

    [Fact, Trait("Canary", "P-1")]
    public void A_project_outside_the_graph_is_seen()
    {
        var root = Copy();
        Directory.CreateDirectory(Path.Combine(root, "src/Shared/IswitchRoofs.Shared.Helpers"));
        File.WriteAllText(Path.Combine(root, "src/Shared/IswitchRoofs.Shared.Helpers/IswitchRoofs.Shared.Helpers.csproj"), "<Project />");

        ProjectFiles.ReferenceGraph(root).MustReport("IswitchRoofs.Shared.Helpers is not part of the reference graph");
    }

    [Theory, Trait("Canary", "P-1")]
    [InlineData(Leads, "MassTransit")]
    [InlineData("src/Modules/Leads/IswitchRoofs.Leads.Application/IswitchRoofs.Leads.Application.csproj", "Npgsql")]
    [InlineData("src/Shared/IswitchRoofs.SharedKernel/IswitchRoofs.SharedKernel.csproj", "Mapster")]
    [InlineData("src/Host/IswitchRoofs.Host.csproj", "Shouldly")]
    public void A_package_in_the_wrong_layer_is_seen(string project, string package)
    {
        var root = Copy();
        Add(root, project, "PackageReference", package);

        ProjectFiles.Packages(root).MustReport(package);
    }

    [Theory, Trait("Canary", "IE-1")]
    [InlineData("PackageReference", "MassTransit.Abstractions")]
    [InlineData("FrameworkReference", "Microsoft.AspNetCore.App")]
    public void A_contract_project_that_needs_something_is_seen(string kind, string name)
    {
        var root = Copy();
        Add(root, Contracts, kind, name);

        ProjectFiles.Packages(root).MustReport($"IswitchRoofs.IntegrationEvents must not use the {kind.Replace("Reference", "", StringComparison.Ordinal).ToLowerInvariant()} {name}");
    }

    [Fact, Trait("Canary", "IE-1")]
    public void A_contract_project_that_references_a_project_is_seen()
    {
        var root = Copy();
        Add(root, Contracts, "ProjectReference", "../IswitchRoofs.SharedKernel/IswitchRoofs.SharedKernel.csproj");

        ProjectFiles.ReferenceGraph(root).MustReport("IswitchRoofs.IntegrationEvents must not reference IswitchRoofs.SharedKernel");
    }

    [Fact, Trait("Canary", "P-3")]
    public void A_project_missing_from_the_solution_or_the_disk_is_seen()
    {
        var root = Copy();
        var solution = Path.Combine(root, "IswitchRoofs.sln");
        File.WriteAllText(solution, File.ReadAllText(solution).Replace("IswitchRoofs.Leads.Domain.csproj", "IswitchRoofs.Leads.Rules.csproj", StringComparison.Ordinal));

        ProjectFiles.SolutionShape(root).MustReport("IswitchRoofs.Leads.Domain.csproj is not in the solution", "IswitchRoofs.Leads.Rules.csproj is in the solution but not on disk");
    }

    [Fact, Trait("Canary", "P-3")]
    public void A_module_with_a_fourth_project_or_without_a_third_is_seen()
    {
        var root = Copy();
        Directory.CreateDirectory(Path.Combine(root, "src/Modules/Leads/IswitchRoofs.Leads.Contracts"));
        Directory.Delete(Path.Combine(root, "src/Modules/Projects/IswitchRoofs.Projects.Application"), recursive: true);

        ProjectFiles.SolutionShape(root).MustReport("must not contain IswitchRoofs.Leads.Contracts", "must contain IswitchRoofs.Projects.Application");
    }

    [Fact, Trait("Canary", "P-3")]
    public void A_project_that_renames_its_namespace_is_seen()
    {
        var root = Copy();
        Edit(root, Leads, xml => xml.Root!.Add(new XElement("PropertyGroup", new XElement("RootNamespace", "Leads"))));

        ProjectFiles.SolutionShape(root).MustReport("IswitchRoofs.Leads.Domain names a root namespace");
    }

    [Theory, Trait("Canary", "P-2")]
    [InlineData("SELECT * FROM customers.customers")]
    [InlineData("select l.id from leads.leads l join customers.customers c on c.id = l.customer_id")]
    [InlineData("select l.id from leads.leads l, \"customers\".\"customers\" c")]
    [InlineData("INSERT INTO customers.contacts (id) VALUES (@id)")]
    [InlineData("update customers . customers set name = 'x'")]
    [InlineData("COPY customers.customers FROM STDIN (FORMAT BINARY)")]
    [InlineData("alter table leads.leads add foreign key (customer_id) references customers.customers (id)")]
    [InlineData("\"customers\".\"customers\"")]
    public void Sql_on_another_modules_schema_is_seen(string sql) =>
        RawSql.StaysInItsSchema(WithText(sql), "Leads").MustReport("IswitchRoofs.Leads.Infrastructure.Persistence.Report");

    [Theory, Trait("Canary", "P-2")]
    [InlineData("customers.read")]
    [InlineData("customers.customer-created.v1")]
    [InlineData("SELECT * FROM leads.leads WHERE source = @source")]
    [InlineData("Select one of our customers. Then go on.")]
    [InlineData("https://example.com/from/customers.html")]
    public void Text_that_only_looks_alike_is_left_alone(string text) =>
        RawSql.StaysInItsSchema(WithText(text), "Leads").MustHold("this is no reach-in");

    [Fact, Trait("Canary", "P-2")]
    public void Sql_in_the_host_is_seen() =>
        RawSql.OwnersOfNoSchemaNameNone(Canary.Compile(CodeBase.HostName, "namespace IswitchRoofs.Host.Web; public class Search { public string Sql() => \"select id from leads.leads\"; }"))
            .MustReport("IswitchRoofs.Host.Web.Search reaches into schema leads");

    private static CodeBase WithText(string text) => Canary.Compile("IswitchRoofs.Leads.Infrastructure", $$""""
        namespace IswitchRoofs.Leads.Infrastructure.Persistence;
        public class Report { public Func<Task<string>> Sql() => async () => { await Task.Yield(); return {{"\"\"\""}}{{Environment.NewLine}}{{text}}{{Environment.NewLine}}{{"\"\"\""}}; }; }
        """");

    private static string Copy()
    {
        var files = new[] { "src", "tests", "architecture-tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Append(Path.Combine(Repository.Root, "IswitchRoofs.sln"));
        return Canary.Folder([.. files.Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)))]);
    }

    private static void Add(string root, string project, string kind, string include) =>
        Edit(root, project, xml => xml.Root!.Add(new XElement("ItemGroup", new XElement(kind, new XAttribute("Include", include)))));

    private static void Remove(string root, string project, string kind) => Edit(root, project, xml => xml.Descendants(kind).Remove());

    private static void Edit(string root, string project, Action<XDocument> edit)
    {
        var path = Path.Combine(root, project);
        var xml = XDocument.Load(path);
        edit(xml);
        xml.Save(path);
    }
}
