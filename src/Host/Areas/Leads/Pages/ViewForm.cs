namespace IswitchRoofs.Host.Areas.Leads.Pages;

/// <summary>The form that saves or renames a view.</summary>
public sealed class ViewForm
{
    public string? Name { get; set; }

    public bool Shared { get; set; }
}
