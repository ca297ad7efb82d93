using IswitchRoofs.ArchitectureTests.Scanning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using static IswitchRoofs.ArchitectureTests.Rules.Layers;

namespace IswitchRoofs.ArchitectureTests.Rules;

internal static class EntityModels
{
    /// <summary>A module's context as its migrations tool builds it: the whole model, no database.</summary>
    public static DbContext ContextOf(CodeBase code, string module)
    {
        var factories = FactoriesOf(code, module);
        factories.Count.ShouldBe(1, $"{module} needs one design-time factory: {string.Join(", ", factories)}");
        var factory = Activator.CreateInstance(factories[0], nonPublic: true)!;
        return (DbContext)factory.GetType().GetMethod(nameof(IDesignTimeDbContextFactory<>.CreateDbContext), [typeof(string[])])!.Invoke(factory, [Array.Empty<string>()])!;
    }

    public static bool HasStore(CodeBase code, string module) => FactoriesOf(code, module).Count > 0;

    private static List<Type> FactoriesOf(CodeBase code, string module) =>
        [.. code.Layer(module, "Infrastructure").SelectMany(assembly => assembly.Types)
            .Where(type => !type.IsAbstract && type.GetInterfaces().Any(contract => TypeQuestions.NameOf(contract) == typeof(IDesignTimeDbContextFactory<>).FullName))];

    /// <summary>D-1</summary>
    public static Outcome StayInTheirSchema(string module, DbContext context)
    {
        var schema = RawSql.SchemaOf(module);
        var model = context.GetService<IDesignTimeModel>().Model;
        var entities = Outcome.Over(model.GetEntityTypes(), entity => entity.DisplayName(), entity => ObjectionsTo(entity, module, schema));
        var sequences = model.GetSequences().Where(sequence => sequence.Schema != schema).Select(sequence => $"  sequence {sequence.Name} lives in schema {sequence.Schema}");
        var history = RelationalOptionsExtension.Extract(context.GetService<IDbContextOptions>()).MigrationsHistoryTableSchema;
        var store = Objections(
                (history != schema, $"keeps its migrations history in schema {history ?? "public"}"),
                (context.Database.HasPendingModelChanges(), "has changes in the model that no migration brings to the database"))
            .Select(objection => $"  {context.GetType().Name} {objection}");
        return entities.And(new Outcome([], [.. sequences, .. store]));
    }

    private static IEnumerable<string> ObjectionsTo(IEntityType entity, string module, string schema)
    {
        if (CodeBase.ModuleOf(entity.ClrType.Assembly.GetName().Name!) is { } home && home != module)
            yield return $"is a type of {home}";
        if (entity.GetTableName() is not null && entity.GetSchema() != schema)
            yield return $"is kept in schema {entity.GetSchema() ?? "public"}";
        if (entity.GetViewName() is not null && entity.GetViewSchema() != schema)
            yield return $"is read from a view of schema {entity.GetViewSchema() ?? "public"}";
        foreach (var principal in entity.GetForeignKeys().Select(key => key.PrincipalEntityType))
            if (principal.GetSchema() != entity.GetSchema())
                yield return $"has a foreign key to {principal.DisplayName()} in schema {principal.GetSchema() ?? "public"}";
    }
}
