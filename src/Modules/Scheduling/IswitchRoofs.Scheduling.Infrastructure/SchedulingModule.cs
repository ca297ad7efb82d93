using System.Globalization;
using IswitchRoofs.Scheduling.Application;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Scheduling.Application.Demo;
using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Scheduling.Domain.Calendar;
using IswitchRoofs.Scheduling.Domain.Replicas;
using IswitchRoofs.Scheduling.Infrastructure.Jobs;
using IswitchRoofs.Scheduling.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using IswitchRoofs.Shared.Infrastructure.Messaging;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Scheduling.Infrastructure;

public static class SchedulingModule
{
    public static IServiceCollection AddSchedulingModule(this IServiceCollection services, IConfiguration configuration)
    {
        var holidays = HolidaysOf(configuration);
        return services
            .AddUseCases(typeof(SchedulingPermissions).Assembly)
            .AddScoped<AppointmentDesk>()
            .AddScoped(provider => new BusinessCalendar(provider.GetRequiredService<ICompanyClock>().Zone, BusinessCalendar.StandardHours, holidays))
            .AddModulePersistence<SchedulingDbContext, SchedulingEventMap>(SchedulingDbContext.SchemaName)
            .AddTrash<SchedulingDbContext>(SchedulingDbContext.SchemaName)
            .AddRecurringJob<SendReminders>(SendReminders.Name, "Remind of appointments", SendReminders.Schedule)
            .AddRepository<Appointment, SchedulingDbContext>()
            .AddRepository<CrewMember, SchedulingDbContext>()
            .AddRepository<SubjectRef, SchedulingDbContext>()
            .AddRepository<CompanyHours, SchedulingDbContext>()
            .AddScoped<IDemoDataSeeder, DemoAppointments>()
            .AddConsumersOf(typeof(SchedulingModule).Assembly);
    }

    /// <summary>Reads <c>Company:Holidays</c>: dates such as 2026-12-25, as a list or separated by commas.</summary>
    private static HashSet<DateOnly> HolidaysOf(IConfiguration configuration)
    {
        var section = configuration.GetSection("Company:Holidays");
        var dates = section.Value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ?? section.GetChildren().Select(c => c.Value).OfType<string>();
        return [.. dates.Select(date => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
    }
}
