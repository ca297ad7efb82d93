using IswitchRoofs.ArchitectureTests.Rules;
using IswitchRoofs.ArchitectureTests.Scanning;

namespace IswitchRoofs.ArchitectureTests;

public sealed class ProjectTests
{
    [Fact, Trait("Rule", "P-1")]
    public void Projects_reference_exactly_what_the_graph_allows() =>
        ProjectFiles.ReferenceGraph(Repository.Root).MustHold("the reference graph is the architecture");

    [Fact, Trait("Rule", "P-1")]
    public void Layers_use_only_the_packages_they_may() =>
        ProjectFiles.Packages(Repository.Root).MustHold("a package is a dependency too");

    [Theory, MemberData(nameof(Modules.All), MemberType = typeof(Modules)), Trait("Rule", "P-2")]
    public void A_module_names_no_schema_but_its_own(string module) =>
        RawSql.StaysInItsSchema(CodeBase.Ours, module).MustHold("the database is no back door");

    [Fact, Trait("Rule", "P-2")]
    public void Host_and_shared_name_no_schema() =>
        RawSql.OwnersOfNoSchemaNameNone(CodeBase.Ours).MustHold("who owns no tables queries none");

    [Fact, Trait("Rule", "P-3")]
    public void The_solution_holds_every_project_where_it_belongs() =>
        ProjectFiles.SolutionShape(Repository.Root).MustHold("the tree is the architecture");
}
