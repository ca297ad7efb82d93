using IswitchRoofs.Leads.Application.WebForms;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Forms;

/// <summary>Where a partner's link leads: whoever sends the form becomes a referral of the partner.</summary>
public sealed class ReferModel : PublicFormPage
{
    [FromRoute]
    public string Code { get; set; } = "";

    protected override GetPublicForm Asked => new(Key: null, Code);
}
