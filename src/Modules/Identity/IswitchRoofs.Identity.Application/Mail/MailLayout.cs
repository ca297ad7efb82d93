using System.Net;
using System.Text;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Identity.Application.Mail;

/// <summary>The look of every mail, as HTML and as text. Whatever goes in is encoded here.</summary>
public sealed class MailLayout(ICompanyFacts company)
{
    private const string Font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

    /// <summary>Heads every mail.</summary>
    public string Company => company.Current.Name;

    public MailBody Compose(string heading, IReadOnlyList<string> paragraphs, MailLink? link = null, string? footnote = null, MailLink? footerLink = null) =>
        Compose(heading, [new MailSection(null, paragraphs, link)], footnote, footerLink);

    /// <param name="footnote">Small print: why somebody gets this.</param>
    /// <param name="footerLink">Beside the small print, e.g. to unsubscribe.</param>
    public MailBody Compose(string heading, IReadOnlyList<MailSection> sections, string? footnote = null, MailLink? footerLink = null) =>
        new(Html(heading, sections, footnote, footerLink), Text(heading, sections, footnote, footerLink));

    private string Html(string heading, IReadOnlyList<MailSection> sections, string? footnote, MailLink? footerLink)
    {
        var html = new StringBuilder(2_048);
        html.Append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
            .Append(Encode(heading)).Append("</title></head>\n<body style=\"margin:0;background:#f4f6fa;color:#1d2433;").Append(Font).Append("\">\n")
            .Append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr><td align=\"center\" style=\"padding:24px 12px\">\n")
            .Append("<table role=\"presentation\" width=\"560\" cellpadding=\"0\" cellspacing=\"0\" style=\"max-width:560px;width:100%;background:#ffffff;border:1px solid #dce1e7;border-radius:6px\">\n")
            .Append("<tr><td style=\"padding:20px 28px;border-bottom:1px solid #e6e9ee;font-size:14px;font-weight:600;color:#49566c\">").Append(Encode(Company)).Append("</td></tr>\n")
            .Append("<tr><td style=\"padding:24px 28px;font-size:15px;line-height:1.5\">\n<h1 style=\"margin:0 0 16px;font-size:20px;line-height:1.3\">").Append(Encode(heading)).Append("</h1>\n");
        foreach (var section in sections)
        {
            if (section.Title is { } title) html.Append("<h2 style=\"margin:24px 0 8px;font-size:16px\">").Append(Encode(title)).Append("</h2>\n");
            foreach (var paragraph in section.Paragraphs) html.Append("<p style=\"margin:0 0 12px\">").Append(Encode(paragraph)).Append("</p>\n");
            if (section.Link is { } link)
            {
                html.Append("<p style=\"margin:16px 0\"><a href=\"").Append(Encode(link.Url))
                    .Append("\" style=\"display:inline-block;padding:10px 18px;background:#0b5ed7;color:#ffffff;text-decoration:none;border-radius:4px\">")
                    .Append(Encode(link.Label)).Append("</a></p>\n");
            }
        }

        html.Append("</td></tr>\n");
        if (footnote is not null || footerLink is not null)
        {
            html.Append("<tr><td style=\"padding:16px 28px;border-top:1px solid #e6e9ee;font-size:12px;line-height:1.5;color:#5b6880\">").Append(Encode(footnote ?? ""));
            if (footerLink is not null) html.Append(" <a href=\"").Append(Encode(footerLink.Url)).Append("\" style=\"color:#5b6880\">").Append(Encode(footerLink.Label)).Append("</a>");
            html.Append("</td></tr>\n");
        }

        return html.Append("</table>\n</td></tr></table>\n</body></html>\n").ToString();
    }

    private string Text(string heading, IReadOnlyList<MailSection> sections, string? footnote, MailLink? footerLink)
    {
        var text = new StringBuilder(1_024);
        text.Append(heading).Append("\n\n");
        foreach (var section in sections)
        {
            if (section.Title is { } title) text.Append(title).Append('\n');
            foreach (var paragraph in section.Paragraphs) text.Append(paragraph).Append('\n');
            if (section.Link is { } link) text.Append('\n').Append(link.Label).Append(":\n").Append(link.Url).Append('\n');
            text.Append('\n');
        }

        text.Append("-- \n").Append(Company).Append('\n');
        if (footnote is not null) text.Append(footnote).Append('\n');
        if (footerLink is not null) text.Append(footerLink.Label).Append(": ").Append(footerLink.Url).Append('\n');
        return text.ToString();
    }

    private static string Encode(string value) => WebUtility.HtmlEncode(value);
}

public sealed record MailBody(string Html, string Text);

/// <param name="Title">None for a mail that is about one thing.</param>
public sealed record MailSection(string? Title, IReadOnlyList<string> Paragraphs, MailLink? Link = null);

/// <param name="Url">Absolute: see <see cref="ISiteAddress"/>.</param>
public sealed record MailLink(string Label, string Url);
