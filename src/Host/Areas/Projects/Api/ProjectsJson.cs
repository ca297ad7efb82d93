using System.Text.Json.Serialization;
using IswitchRoofs.Projects.Application.Projects;
using IswitchRoofs.Shared.Application.Paging;

namespace IswitchRoofs.Host.Areas.Projects.Api;

/// <summary>Source-generated JSON for the hot paths of this area.</summary>
[JsonSerializable(typeof(CreateProject))]
[JsonSerializable(typeof(ProjectFields))]
[JsonSerializable(typeof(ProjectPatch))]
[JsonSerializable(typeof(ProjectStatusBody))]
[JsonSerializable(typeof(ProjectDetails))]
[JsonSerializable(typeof(ProjectHistory))]
[JsonSerializable(typeof(Profitability))]
[JsonSerializable(typeof(PageOf<ProjectRow>))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ProjectsJson : JsonSerializerContext;
