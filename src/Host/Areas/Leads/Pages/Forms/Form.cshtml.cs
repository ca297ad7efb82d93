using IswitchRoofs.Leads.Application.WebForms;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Forms;

/// <summary>A web form of ours, on its own or in a frame.</summary>
public sealed class FormModel : PublicFormPage
{
    [FromRoute]
    public string Key { get; set; } = "";

    protected override GetPublicForm Asked => new(Key, PartnerCode: null);
}
