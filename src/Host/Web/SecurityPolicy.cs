namespace IswitchRoofs.Host.Web;

/// <summary>Headers that keep a page from doing what it was not written to do.</summary>
internal static class SecurityPolicy
{
    public static readonly HeaderPolicyCollection For = Policy(isApiReference: false);

    /// <summary>For <c>/docs/api</c> alone: its library starts from an inline script, allowed by nonce, and styles itself.</summary>
    public static readonly HeaderPolicyCollection ForApiReference = Policy(isApiReference: true);

    private static HeaderPolicyCollection Policy(bool isApiReference) => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().Self();
            var script = csp.AddScriptSrc().Self();
            var style = csp.AddStyleSrc().Self();
            if (isApiReference)
            {
                script.WithNonce();
                style.UnsafeInline();
            }

            csp.AddImgSrc().Self().Data();
            csp.AddFontSrc().Self();
            csp.AddConnectSrc().Self().From("wss://*.pusher.com").From("https://*.pusher.com");
            csp.AddObjectSrc().None();
            csp.AddBaseUri().Self();
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
        });
}
