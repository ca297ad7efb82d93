using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure;
using IswitchRoofs.Shared.Infrastructure.Caching;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IswitchRoofs.Host.Startup;

/// <summary>What every module finds: clock, company time, phone numbers, current user, cache.</summary>
internal static class Platform
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ICompanyFacts>(new CompanyFactsOfHost(configuration));
        services.AddSingleton<ICompanyClock, CompanyClock>();
        services.AddSingleton<IPhoneNumbers, PhoneNumbersOfRegion>();
        services.AddHttpContextAccessor();
        services.AddScoped<ICurrentUser, CurrentUser>();
        services.AddCaching(configuration);
        services.AddJobs(configuration);
        return services;
    }
}
