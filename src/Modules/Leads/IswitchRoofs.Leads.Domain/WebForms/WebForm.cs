using System.Buffers.Text;
using System.Security.Cryptography;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.WebForms;

public readonly record struct WebFormId(Guid Value) : ITypedId<WebFormId>
{
    public static WebFormId New(DateTimeOffset now) => new(Uuid.New(now));

    public static WebFormId From(Guid value) => new(value);
}

/// <summary>What a web form may ask for beside the name.</summary>
public enum WebFormField
{
    Phone,
    Email,
    Address,
    ProjectType,
    Urgency,
    Message,
}

/// <summary>A form that strangers fill in, on our page or within somebody's; each one sent becomes a lead.</summary>
public sealed class WebForm : AggregateRoot
{
    // As base64url 24 bytes are 32 characters without padding.
    private const int KeyBytes = 24;

    private WebForm()
    {
    }

    public WebFormId Id { get; private set; }

    /// <summary>For us: where it stands.</summary>
    public string Name { get; private set; } = "";

    /// <summary>In its address; nobody guesses it.</summary>
    public string Key { get; private set; } = "";

    public bool IsActive { get; private set; }

    public LeadSource Source { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>What one has to agree to; null when nothing.</summary>
    public string? ConsentText { get; private set; }

    /// <summary>Moves with the text, so that it can be told who agreed to which.</summary>
    public int ConsentVersion { get; private set; } = 1;

    /// <summary>Wire names of <see cref="WebFormField"/>.</summary>
    public IReadOnlyList<string> Fields { get; private set; } = [];

    public string ThankYouText { get; private set; } = "";

    /// <summary>Where one goes after sending; null for the thanks.</summary>
    public string? RedirectUrl { get; private set; }

    /// <summary>Pages of these origins may show it in a frame.</summary>
    public IReadOnlyList<string> Origins { get; private set; } = [];

    public static WebForm Open(WebFormFacts facts, DateTimeOffset now)
    {
        var form = new WebForm { Id = WebFormId.New(now), Key = NewKey(), CreatedAt = now };
        form.Take(facts);
        return form;
    }

    public void Update(WebFormFacts facts)
    {
        if (facts.ConsentText != ConsentText) ConsentVersion++;
        Take(facts);
    }

    /// <summary>The old address leads nowhere from now on.</summary>
    public void RenewKey() => Key = NewKey();

    private static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    private void Take(WebFormFacts facts)
    {
        (Name, IsActive, Source, Title) = (facts.Name, facts.IsActive, facts.Source, facts.Title);
        (ConsentText, ThankYouText, RedirectUrl) = (facts.ConsentText, facts.ThankYouText, facts.RedirectUrl);
        if (!Fields.SequenceEqual(facts.Fields)) Fields = facts.Fields;
        if (!Origins.SequenceEqual(facts.Origins)) Origins = facts.Origins;
    }
}

/// <summary>What an admin decides about a form.</summary>
public sealed record WebFormFacts(
    string Name, bool IsActive, LeadSource Source, string Title, string? ConsentText, IReadOnlyList<string> Fields, string ThankYouText, string? RedirectUrl, IReadOnlyList<string> Origins);
