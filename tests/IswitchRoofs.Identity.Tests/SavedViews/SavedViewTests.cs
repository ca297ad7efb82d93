using IswitchRoofs.Identity.Domain.SavedViews;
using IswitchRoofs.Identity.Domain.Users;

namespace IswitchRoofs.Identity.Tests.SavedViews;

public sealed class SavedViewTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly UserId Owner = UserId.New(Now);
    private static readonly UserId Other = UserId.New(Now);

    [Fact]
    public void An_own_view_is_nobody_elses_business()
    {
        var view = Saved(shared: false);

        view.IsSeenBy(Owner).ShouldBeTrue();
        view.IsChangedBy(Owner, manages: false).ShouldBeTrue();
        view.IsSeenBy(Other).ShouldBeFalse();
        view.IsChangedBy(Other, manages: true).ShouldBeFalse();
    }

    [Fact]
    public void A_shared_view_is_seen_by_all_and_changed_by_its_owner_and_managers()
    {
        var view = Saved(shared: true);

        view.IsSeenBy(Other).ShouldBeTrue();
        view.IsChangedBy(Other, manages: false).ShouldBeFalse();
        view.IsChangedBy(Other, manages: true).ShouldBeTrue();
        view.IsChangedBy(Owner, manages: false).ShouldBeTrue();
    }

    [Fact]
    public void Who_may_not_share_still_renames_what_is_shared()
    {
        Create(shared: true, mayShare: false).Error!.Code.ShouldBe("views.not_shareable");
        Saved(shared: false).Change("Mine", "", [], shared: true, mayShare: false).Error!.Code.ShouldBe("views.not_shareable");
        Saved(shared: true).Change("Ours", "", [], shared: true, mayShare: false).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void Fifty_views_of_a_list_are_enough_also_after_a_way_back()
    {
        Create(ownedBefore: SavedView.Most).Error!.Code.ShouldBe("views.too_many");
        var view = Create(ownedBefore: SavedView.Most - 1).Value;

        view.Delete(Now);
        view.Restore(SavedView.Most).Error!.Code.ShouldBe("views.too_many");
        view.DeletedAt.ShouldBe(Now);
        view.Restore(SavedView.Most - 1).IsSuccess.ShouldBeTrue();
        view.Restore(SavedView.Most).IsSuccess.ShouldBeTrue("it is back already");
    }

    private static SavedView Saved(bool shared) => Create(shared).Value;

    private static SharedKernel.Results.Result<SavedView> Create(bool shared = false, bool mayShare = true, int ownedBefore = 0) =>
        SavedView.Create(SavedViewId.New(Now), Owner, ViewedList.Leads, "Hot ones", "temperature=hot", ["score"], shared, mayShare, ownedBefore);
}
