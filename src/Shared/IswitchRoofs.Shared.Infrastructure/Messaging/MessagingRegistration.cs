using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Shared.Infrastructure.Messaging;

public static class MessagingRegistration
{
    /// <summary>Notes the consumers of an assembly for <see cref="AddInProcessBus"/>.</summary>
    public static IServiceCollection AddConsumersOf(this IServiceCollection services, System.Reflection.Assembly assembly)
    {
        foreach (var consumer in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IConsumer))))
            services.AddSingleton(new ConsumerType(consumer));
        return services;
    }

    /// <summary>
    /// MassTransit's in-process Mediator with every noted consumer. Call it after the modules: publishing waits for
    /// all consumers and throws when one fails, which the outbox relay relies on.
    /// </summary>
    public static IServiceCollection AddInProcessBus(this IServiceCollection services)
    {
        var consumers = services.Where(s => s.ServiceType == typeof(ConsumerType)).Select(s => ((ConsumerType)s.ImplementationInstance!).Type).ToArray();
        services.AddMediator(bus => bus.AddConsumers(consumers));
        return services;
    }

    private sealed record ConsumerType(Type Type);
}
