using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Domain.SavedViews;

public static class SavedViewErrors
{
    public static Error NotFound(SavedViewId id) => Error.NotFound("views.not_found", $"There is no view {id}.");

    public static Error NameTaken(string name) => Error.Conflict("views.name_taken", $"There is already a view called {name}.") with
    {
        Fields = new Dictionary<string, string[]> { ["name"] = ["is taken by another view."] },
    };

    public static Error TooMany() => Error.Conflict("views.too_many", $"There are {SavedView.Most} views of this list already. Delete one first.");

    public static Error NotYours() => Error.Forbidden("views.not_yours", "Only its owner, managers and administrators may change a shared view.");

    public static Error NotShareable() => Error.Forbidden("views.not_shareable", "Your role does not share views with others.");

    public static Error ListNotYours() => Error.Forbidden("views.list_not_yours", "Your role does not read this list.");
}
