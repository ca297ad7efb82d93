using System.Text.Json.Serialization;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Scheduling.Application.Availability;
using IswitchRoofs.Shared.Application.Paging;

namespace IswitchRoofs.Host.Areas.Scheduling.Api;

/// <summary>Source-generated JSON for the hot paths of this area.</summary>
[JsonSerializable(typeof(BookAppointment))]
[JsonSerializable(typeof(AppointmentDetails))]
[JsonSerializable(typeof(PageOf<AppointmentRow>))]
[JsonSerializable(typeof(Availability))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class SchedulingJson : JsonSerializerContext;
