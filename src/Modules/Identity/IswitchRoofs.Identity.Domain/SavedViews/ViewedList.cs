namespace IswitchRoofs.Identity.Domain.SavedViews;

/// <summary>A list whose states can be saved. Another one takes a line here, in <c>ck_saved_views_list</c> and in the host's catalogue of lists.</summary>
public enum ViewedList
{
    Leads,
}
