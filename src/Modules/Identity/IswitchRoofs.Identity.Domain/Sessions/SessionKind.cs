namespace IswitchRoofs.Identity.Domain.Sessions;

public enum SessionKind
{
    /// <summary>A client that holds an access and a refresh token.</summary>
    Token,

    /// <summary>The pages, with a cookie.</summary>
    Browser,
}
