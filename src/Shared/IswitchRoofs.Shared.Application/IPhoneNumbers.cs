namespace IswitchRoofs.Shared.Application;

/// <summary>Phone numbers as people type them (V1).</summary>
public interface IPhoneNumbers
{
    /// <summary>
    /// Accepts spaces, dots, dashes and parentheses; what remains must match the seed's <c>^\+?1?\d{9,15}$</c>. Answers
    /// E.164 for a valid number of the company's region, otherwise the digits as typed; null when it is no phone number.
    /// </summary>
    string? Normalize(string typed);

    /// <summary>Two letters each, as <c>US</c>: whose numbers can be told apart.</summary>
    IReadOnlyCollection<string> Regions { get; }

    /// <summary>National format for people, e.g. <c>(248) 555-0142</c>.</summary>
    string Display(string stored);
}
