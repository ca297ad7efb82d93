using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Shared.Application;

public static class UseCaseRegistration
{
    /// <summary>Registers every <see cref="IUseCase"/> and every reaction of a module's Application by its own type.</summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services, Assembly application)
    {
        foreach (var type in application.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && (t.IsAssignableTo(typeof(IUseCase)) || t.IsAssignableTo(typeof(IReaction)))))
            services.Add(new ServiceDescriptor(type, type, ServiceLifetime.Scoped));
        return services;
    }
}
