using System.Collections.Concurrent;
using System.Reflection;
using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Application.Messaging;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Shared.Tests.Messaging;

// The smallest module that says something and hears itself: a thing that is touched, and two consumers that write down what
// they heard.
public readonly record struct ThingId(Guid Value) : ITypedId<ThingId>
{
    public static ThingId From(Guid value) => new(value);
}

public sealed record Touched(Guid ThingId, string Word, int Number, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record Misdirected(DateTimeOffset OccurredAt) : IDomainEvent;

public sealed class Thing : AggregateRoot
{
    private Thing()
    {
    }

    public ThingId Id { get; private set; }

    public int Number { get; private set; }

    public static Thing Make() => new() { Id = new ThingId(Guid.CreateVersion7()) };

    public Thing Touch(string word)
    {
        Raise(new Touched(Id.Value, word, ++Number, DateTimeOffset.UtcNow));
        return this;
    }

    public Thing SpeakForCustomers()
    {
        Raise(new Misdirected(DateTimeOffset.UtcNow));
        return this;
    }
}


/// <summary>What a consumer wrote down.</summary>
internal sealed class Effect
{
    public long Position { get; init; }
    public required string Consumer { get; init; }
    public required Guid ThingId { get; init; }
    public required string Word { get; init; }
    public required int Number { get; init; }
}

internal sealed class ThingConfiguration : IEntityTypeConfiguration<Thing>
{
    public void Configure(EntityTypeBuilder<Thing> builder)
    {
        builder.ToTable("things");
        builder.Property(t => t.Id).ValueGeneratedNever();
    }
}

internal sealed class EffectConfiguration : IEntityTypeConfiguration<Effect>
{
    public void Configure(EntityTypeBuilder<Effect> builder)
    {
        builder.ToTable("effects");
        builder.HasKey(e => e.Position);
        builder.Property(e => e.Position).UseIdentityAlwaysColumn();
    }
}

internal sealed class ThingsDbContext(DbContextOptions<ThingsDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => "things";

    protected override IEnumerable<Assembly> DomainAssemblies => [typeof(Thing).Assembly];
}

internal sealed class ThingsEventMap : IIntegrationEventMap
{
    public string Module => "Leads";

    public IReadOnlyDictionary<string, Type> Aliases { get; } = new Dictionary<string, Type> { ["leads.lead-left-unassigned.v1"] = typeof(LeadLeftUnassigned) };

    public IIntegrationEvent? Map(IDomainEvent domainEvent) => domainEvent switch
    {
        Touched(var thing, var word, var number, var at) => new LeadLeftUnassigned(Guid.CreateVersion7(), at, thing, word, "cold", number),
        Misdirected(var at) => new CustomerDeleted(Guid.CreateVersion7(), at, Guid.CreateVersion7()),
        _ => null,
    };
}

/// <summary>What the consumers are told to do with a word, by consumer.</summary>
internal sealed class Orders
{
    private readonly ConcurrentDictionary<string, Func<Result>> _orders = new(StringComparer.Ordinal);

    public void Give(string consumer, string word, Func<Result> order) => _orders[$"{consumer}/{word}"] = order;

    public Result Carry(string consumer, string word) => _orders.TryGetValue($"{consumer}/{word}", out var order) ? order() : Result.Success();
}

internal abstract class NotingConsumer(string name, ThingsDbContext db, Orders orders, ILogger logger) : InboxConsumer<LeadLeftUnassigned, ThingsDbContext>(db, logger)
{
    private readonly ThingsDbContext _db = db;

    protected override Task<Result> ReactAsync(LeadLeftUnassigned message, CancellationToken ct)
    {
        _db.Add(new Effect { Consumer = name, ThingId = message.LeadId, Word = message.LeadName, Number = message.Score });
        return Task.FromResult(orders.Carry(name, message.LeadName));
    }
}

internal sealed class FirstConsumer(ThingsDbContext db, Orders orders, ILogger<FirstConsumer> logger) : NotingConsumer("first", db, orders, logger);

internal sealed class SecondConsumer(ThingsDbContext db, Orders orders, ILogger<SecondConsumer> logger) : NotingConsumer("second", db, orders, logger);
