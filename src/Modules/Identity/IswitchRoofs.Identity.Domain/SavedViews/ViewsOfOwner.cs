using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Domain.SavedViews;

public sealed class ViewsOfOwner : Specification<SavedView>
{
    public ViewsOfOwner(UserId owner, ViewedList list) => Query.Where(v => v.OwnerId == owner && v.List == list);
}
