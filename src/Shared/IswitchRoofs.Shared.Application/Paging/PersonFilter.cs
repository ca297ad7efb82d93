using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Shared.Application.Paging;

/// <summary>Filters such as <c>user_id</c> and <c>team_member</c>: a user's id, or <c>me</c>.</summary>
public static class PersonFilter
{
    /// <returns>Null when absent. <c>me</c> said by nobody in particular is the empty id, which nobody has.</returns>
    public static Guid? Of(string field, string? text, ICurrentUser user, Validation validation)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text == "me") return user.Id ?? Guid.Empty;
        if (Guid.TryParse(text, out var id)) return id;
        validation.Add(field, "must be a user's id or me.");
        return null;
    }
}
