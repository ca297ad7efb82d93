using System.Text.Json.Serialization;
using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Shared.Application.Paging;

namespace IswitchRoofs.Host.Areas.Customers.Api;

/// <summary>Source-generated JSON for the hot paths of this area.</summary>
[JsonSerializable(typeof(CreateCustomer))]
[JsonSerializable(typeof(CustomerFields))]
[JsonSerializable(typeof(CustomerPatch))]
[JsonSerializable(typeof(CustomerDetails))]
[JsonSerializable(typeof(CustomerHealth))]
[JsonSerializable(typeof(PageOf<CustomerRow>))]
[JsonSerializable(typeof(LogInteraction))]
[JsonSerializable(typeof(InteractionPatch))]
[JsonSerializable(typeof(InteractionDetails))]
[JsonSerializable(typeof(PageOf<InteractionDetails>))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class CustomersJson : JsonSerializerContext;
