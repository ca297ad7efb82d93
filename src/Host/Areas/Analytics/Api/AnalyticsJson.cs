using System.Text.Json.Serialization;
using IswitchRoofs.Analytics.Application.Dashboards;

namespace IswitchRoofs.Host.Areas.Analytics.Api;

/// <summary>Source-generated JSON for the hot paths of this area.</summary>
[JsonSerializable(typeof(Dashboard))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class AnalyticsJson : JsonSerializerContext;
