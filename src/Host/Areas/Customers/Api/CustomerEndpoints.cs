using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Customers.Api;

/// <summary>REST door of the customers.</summary>
internal static class CustomerEndpoints
{
    /// <summary>Which of the two decides which customers there are to see.</summary>
    internal const string Readers = CustomersPermissions.Read + "|" + CustomersPermissions.ReadAssigned;

    public static void MapCustomersApi(this IEndpointRouteBuilder app)
    {
        var customers = app.MapGroup("/api/customers").WithTags("Customers").RequireAuthorization(Readers)
            .RefuseUnknownQuery().WithIdempotency("customers");
        customers.MapGet("/", ListCustomers).WithName(nameof(ListCustomers)).WithSummary("List customers").Produces<PageOf<CustomerRow>>();
        customers.MapPost("/", PostCustomer).WithName(nameof(PostCustomer)).WithSummary("Create a customer; an equal e-mail is refused")
            .RequireAuthorization(CustomersPermissions.Write).Produces<CustomerDetails>(StatusCodes.Status201Created);
        customers.MapGet("/{id:guid}", ReadCustomer).WithName(nameof(ReadCustomer)).WithSummary("Read a customer").Produces<CustomerDetails>();
        customers.MapPatch("/{id:guid}", PatchCustomer).WithName(nameof(PatchCustomer)).WithSummary("Change some fields of a customer")
            .Accepts<CustomerPatch>("application/merge-patch+json", "application/json")
            .RequireAuthorization(CustomersPermissions.Write).Produces<CustomerDetails>();
        customers.MapPut("/{id:guid}", PutCustomer).WithName(nameof(PutCustomer)).WithSummary("Replace all fields of a customer")
            .RequireAuthorization(CustomersPermissions.Write).Produces<CustomerDetails>();
        customers.MapDelete("/{id:guid}", RemoveCustomer).WithName(nameof(RemoveCustomer))
            .WithSummary("Move a customer to the trash, with its projects and appointments")
            .RequireAuthorization(CustomersPermissions.Delete).Produces(StatusCodes.Status204NoContent);
        customers.MapPost("/{id:guid}/restore", PostCustomerRestore).WithName("RestoreCustomer").WithSummary("Take a customer out of the trash")
            .RequireAuthorization(CustomersPermissions.Delete).Produces<CustomerDetails>();
        customers.MapGet("/{id:guid}/health", ReadCustomerHealth).WithName(nameof(ReadCustomerHealth)).WithSummary("Health with its parts, and what is worth doing")
            .Produces<CustomerHealth>();
    }

    private static async Task<IResult> ListCustomers(HttpContext http, [AsParameters] CustomerListQuery query, SearchCustomersHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(query.ToRequest(), ct));

    private static async Task<IResult> PostCustomer(
        HttpContext http, CreateCustomer command, [FromQuery(Name = "allow_duplicate")] bool? allowDuplicate, CreateCustomerHandler handler, CancellationToken ct) =>
        ApiAnswers.Created(http, Tagged(await handler.HandleAsync(command with { AllowDuplicate = command.AllowDuplicate ?? allowDuplicate }, ct)), customer => $"/api/customers/{customer.Id}");

    private static async Task<IResult> ReadCustomer(HttpContext http, Guid id, GetCustomerHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, Tagged(await handler.HandleAsync(new GetCustomer(id), ct)));

    private static async Task<IResult> PatchCustomer(HttpContext http, Guid id, CustomerPatch fields, IfMatch ifMatch, ChangeCustomerHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, Tagged(await handler.HandleAsync(new ChangeCustomer(id, fields, ifMatch.Version), ct)));

    private static async Task<IResult> PutCustomer(HttpContext http, Guid id, CustomerFields fields, IfMatch ifMatch, ReplaceCustomerHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, Tagged(await handler.HandleAsync(new ReplaceCustomer(id, fields, ifMatch.Version), ct)));

    private static async Task<IResult> RemoveCustomer(
        Guid id, [FromQuery(Name = "force")] bool? force, IfMatch ifMatch, DeleteCustomerHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(new DeleteCustomer(id, force ?? false, ifMatch.Version), ct));

    private static async Task<IResult> PostCustomerRestore(HttpContext http, Guid id, RestoreCustomerHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, Tagged(await handler.HandleAsync(new RestoreCustomer(id), ct)));

    private static async Task<IResult> ReadCustomerHealth(Guid id, GetCustomerHealthHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetCustomerHealth(id), ct));

    private static Result<Versioned<CustomerDetails>> Tagged(Result<CustomerDetails> result) =>
        result.IsFailure ? result.Error : new Versioned<CustomerDetails>(result.Value, result.Value.Version);
}
