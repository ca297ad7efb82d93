namespace IswitchRoofs.Identity.Infrastructure.Integrations;

/// <summary>Tokens that carry this id are void although they look good; forgotten when the last of them has expired.</summary>
internal sealed class EndedGrant
{
    public required Guid Id { get; init; }

    public required DateTimeOffset EndedAt { get; init; }
}
