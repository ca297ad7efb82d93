using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Pages;

/// <summary>What a person sees instead of a status code; reached only by re-execution, and leans on nothing that may be broken.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public bool CanRetry { get; private set; }

    /// <summary>Where the person wanted to go; a path of this site.</summary>
    public string? OriginalPath { get; private set; }

    public string Reference { get; private set; } = "";

    public void OnGet(int? code) => Show(code);

    public void OnPost(int? code) => Show(code);

    private void Show(int? code)
    {
        var repeated = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var thrown = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        Code = thrown is not null && code is null ? StatusCodes.Status500InternalServerError : code ?? StatusCodes.Status404NotFound;
        if (Code is < 400 or > 599) Code = StatusCodes.Status404NotFound;
        (Heading, Advice, CanRetry) = Code switch
        {
            StatusCodes.Status400BadRequest => ("That request was not understood", "The form may be out of date. Go back, reload the page and send it again.", false),
            StatusCodes.Status401Unauthorized => ("Please sign in", "Your session has ended. Sign in again to go on.", true),
            StatusCodes.Status403Forbidden => ("Not for your role", "Your account may not do this. Ask an administrator if you need it.", false),
            StatusCodes.Status404NotFound => ("This page does not exist", "It may have been moved or deleted, or you may not see it.", false),
            StatusCodes.Status409Conflict => ("Somebody was faster", "The record changed in the meantime. Reload it and try again.", true),
            StatusCodes.Status413PayloadTooLarge => ("That file is too large", "Choose a file of at most 25 MB.", false),
            StatusCodes.Status429TooManyRequests => ("That was too fast", "There were too many requests in a short time. Wait a minute and try again.", true),
            StatusCodes.Status503ServiceUnavailable => ("Back in a moment", "The database cannot be reached just now. Nothing of what was saved is lost. Try again in a few seconds.", true),
            >= 500 => ("Something broke on our side", "What you were doing was not saved. Try again; if it happens again, tell us the reference.", true),
            _ => ("That did not work", "Go back and try it another way.", false),
        };
        OriginalPath = repeated is null
            ? thrown?.Path
            : $"{repeated.OriginalPathBase}{repeated.OriginalPath}{repeated.OriginalQueryString}";
        Reference = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        Response.StatusCode = Code;
    }
}
