using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Domain.Absences;

/// <summary>What is not over on a day, of one person or of several, in order.</summary>
public sealed class TimeOffOf : Specification<TimeOff>
{
    public TimeOffOf(IReadOnlyCollection<UserId> users, DateOnly from)
    {
        Query.Where(t => users.Contains(t.UserId) && t.EndsOn >= from).OrderBy(t => t.StartsOn).ThenBy(t => t.Id);
    }
}
