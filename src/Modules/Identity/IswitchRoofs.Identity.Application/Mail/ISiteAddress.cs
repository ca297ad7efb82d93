namespace IswitchRoofs.Identity.Application.Mail;

/// <summary>Where people reach us, for links in mails: a background service has no request to ask.</summary>
public interface ISiteAddress
{
    /// <param name="path">Begins with a slash; may hold a query.</param>
    string UrlOf(string path);
}
