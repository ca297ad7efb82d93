using System.Security.Cryptography;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Company;

/// <summary>The company's picture, shown to everybody, also before they sign in; one row at most.</summary>
public sealed class CompanyLogo : AggregateRoot
{
    public const int LargestBytes = 512 * 1024;
    private const int TagBytes = 8;

    private CompanyLogo()
    {
    }

    public CompanyLogoId Id { get; private set; }

    /// <summary>Names this picture and no other: part of its address, so that browsers may keep it for ever.</summary>
    public string Tag { get; private set; } = "";

    public string MediaType { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public static CompanyLogo Begin() => new() { Id = CompanyLogoId.Only };

    /// <summary>What a file is by its first bytes, whatever its name says; null for anything but PNG, JPEG and WebP. No SVG: it can carry scripts.</summary>
    public static string? MediaTypeOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return "image/png";
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        return content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? "image/webp" : null;
    }

    /// <param name="content">Of a kind that <see cref="MediaTypeOf"/> knows, and not too large.</param>
    public void Show(byte[] content)
    {
        MediaType = MediaTypeOf(content) ?? throw new ArgumentException("This is no picture that browsers show.", nameof(content));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, LargestBytes, nameof(content));
        Content = content;
        Tag = Convert.ToHexStringLower(SHA256.HashData(content)[..TagBytes]);
    }
}

public readonly record struct CompanyLogoId(Guid Value) : ITypedId<CompanyLogoId>
{
    public static CompanyLogoId Only { get; } = new(new Guid("01900000-0000-7000-8000-000000000003"));

    public static CompanyLogoId From(Guid value) => new(value);
}
