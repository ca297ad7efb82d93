using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Idempotency;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Web.Pages;

/// <summary>A form that creates something and is sent twice creates it once: the second answer is the first one's redirect.</summary>
internal static class PageTransactions
{
    /// <param name="page">Its form carries the field of <c>&lt;idempotency-key /&gt;</c>.</param>
    /// <param name="schema">The module whose transaction carries the key.</param>
    /// <param name="act">Gives the address to go to, or null when refused (the page is then shown again, and nothing is stored).</param>
    /// <param name="ct">Gone when the browser gives up.</param>
    public static async Task<IActionResult> OnceAsync(this PageModel page, string schema, Func<Task<string?>> act, CancellationToken ct)
    {
        var http = page.HttpContext;
        var key = page.Request.Form[IdempotencyKeyTagHelper.Field].ToString();
        if (!Guid.TryParse(key, out _)) return await act() is { } address ? page.LocalRedirect(address) : page.Page();

        var caller = http.RequestServices.GetRequiredService<ICurrentUser>().Id?.ToString() ?? "anonymous";
        var transactions = http.RequestServices.GetRequiredKeyedService<IIdempotentTransactions>(schema);
        var committed = false;
        try
        {
            var found = await transactions.BeginAsync(caller, key, ct);
            if (found.Answer is { } first) return page.LocalRedirect(first.Headers["Location"]);
            if (found.IsRunning)
            {
                page.ModelState.AddModelError("", "It is being saved already. Wait a moment, then look at the list.");
                return page.Page();
            }

            if (await act() is not { } created) return page.Page();
            var answer = new StoredAnswer(StatusCodes.Status302Found, [], new Dictionary<string, string> { ["Location"] = created });
            await transactions.CommitAsync(caller, key, page.Request.Path, answer, ct);
            committed = true;
            return page.LocalRedirect(created);
        }
        finally
        {
            if (!committed) await transactions.RollbackAsync();
        }
    }
}
