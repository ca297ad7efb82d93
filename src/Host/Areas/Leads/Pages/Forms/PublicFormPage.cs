using System.Security.Claims;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.WebForms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Forms;

/// <summary>
/// A page for strangers, often in a frame of somebody else's. It has no session and reads no cookie, so there is nothing that
/// another site could misuse and no antiforgery token, which would need a cookie; what keeps programs away is the sealed time of
/// opening, a field that people do not see, and a limit per address.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class PublicFormPage : PageModel
{
    private const string Thanks = "sent";

    [BindProperty]
    public PublicFormInput Input { get; set; } = new();

    [FromQuery(Name = Thanks)]
    public bool Sent { get; set; }

    /// <summary>Null when nobody is behind the address.</summary>
    public PublicForm? Form { get; private set; }

    private IServiceProvider Services => HttpContext.RequestServices;

    private FormSeal Seal => Services.GetRequiredService<FormSeal>();

    /// <summary>Which form: of a key or of a partner's code.</summary>
    protected abstract GetPublicForm Asked { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return Page();
        if (Sent && Form!.RedirectUrl is { } elsewhere) return Redirect(elsewhere);
        Input = PublicFormInput.ArrivedBy(Request);
        Input.Seal = Seal.Make();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return Page();
        if (!Services.GetRequiredService<RateLimits>().AdmitsForm(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = "60";
            return Again("Too many requests came from your network. Please wait a minute and send it once more.");
        }

        // A person does not see the field; whoever fills it in is thanked like everybody.
        if (!string.IsNullOrEmpty(Input.Website))
        {
            Services.GetRequiredService<ILogger<PublicFormPage>>().LogInformation("{Form} was filled in by a program; nothing was kept.", Form!.Name);
            return RedirectToPage(new { sent = true });
        }

        if (Seal.Look(Input.Seal) != SealAge.Good) return Again("Please check your request and send it once more.");
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("name", Form!.Name), new Claim("kind", "integration")], authenticationType: null));
        return await this.OnceAsync("leads", () => SendAsync(ct), ct);
    }

    private async Task<string?> SendAsync(CancellationToken ct)
    {
        var sent = await Services.GetRequiredService<SubmitPublicFormHandler>().HandleAsync(Input.ToRequest(Asked), ct);
        if (sent.IsSuccess) return Url.Page(null, new { sent = true });
        ModelState.AddError(sent.Error, nameof(Input));
        return null;
    }

    private PageResult Again(string why)
    {
        ModelState.AddModelError("", why);
        if (Seal.Look(Input.Seal) != SealAge.Unknown) return Page();

        // One that is only too young is kept: a new one would be too young again for whoever sends it at once.
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Seal)}");
        Input.Seal = Seal.Make();
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var found = await Services.GetRequiredService<GetPublicFormHandler>().HandleAsync(Asked, ct);
        if (found.IsSuccess)
        {
            Form = found.Value;
            PublicFrames.Allow(HttpContext, Form.Origins, Form.RedirectUrl);
            return true;
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }
}

/// <summary>What a stranger types, and how they came.</summary>
public sealed class PublicFormInput
{
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public string? Address { get; set; }
    public string? City { get; set; }
    public string? ZipCode { get; set; }
    public string? ProjectType { get; set; }
    public string? Urgency { get; set; }
    public string? Message { get; set; }
    public bool Consent { get; set; }

    /// <summary>The trap: no person sees it.</summary>
    public string? Website { get; set; }

    /// <summary>When the form was opened, sealed.</summary>
    public string? Seal { get; set; }
    public string? UtmSource { get; set; }
    public string? UtmMedium { get; set; }
    public string? UtmCampaign { get; set; }
    public string? UtmTerm { get; set; }
    public string? UtmContent { get; set; }
    public string? Referrer { get; set; }
    public string? LandingPage { get; set; }

    internal static PublicFormInput ArrivedBy(HttpRequest request) => new()
    {
        UtmSource = request.Query["utm_source"], UtmMedium = request.Query["utm_medium"], UtmCampaign = request.Query["utm_campaign"],
        UtmTerm = request.Query["utm_term"], UtmContent = request.Query["utm_content"], LandingPage = request.Query["landing_page"], Referrer = request.Headers.Referer,
    };

    internal SubmitPublicForm ToRequest(GetPublicForm asked) => new()
    {
        Key = asked.Key, PartnerCode = asked.PartnerCode, FirstName = FirstName, LastName = LastName, Phone = Phone, Email = Email, Address = Address, City = City, ZipCode = ZipCode,
        ProjectType = ProjectType, Urgency = Urgency, Message = Message, Consent = Consent,
        SourceDetail = new SourceDetailFields
        {
            UtmSource = UtmSource, UtmMedium = UtmMedium, UtmCampaign = UtmCampaign, UtmTerm = UtmTerm, UtmContent = UtmContent, Referrer = Referrer, LandingPage = LandingPage,
        },
    };
}
