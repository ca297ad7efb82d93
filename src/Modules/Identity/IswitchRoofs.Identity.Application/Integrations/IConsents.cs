namespace IswitchRoofs.Identity.Application.Integrations;

/// <summary>A person's yes to what an app asks for, in a form that nobody else can give.</summary>
public interface IConsents
{
    /// <param name="request">All parameters of the authorization request.</param>
    /// <returns>For the request's parameter <c>consent</c>; good for ten minutes.</returns>
    string Approve(Guid userId, IReadOnlyDictionary<string, string> request);
}
