using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>A merge patch: absent fields stay, null clears. With whom it was cannot be changed.</summary>
public sealed record ChangeInteraction(Guid Id, InteractionPatch Fields, uint? IfVersion = null);

public sealed record InteractionPatch
{
    public Optional<string?> InteractionType { get; init; }
    public Optional<string?> Channel { get; init; }
    public Optional<string?> Direction { get; init; }
    public Optional<string?> Subject { get; init; }
    public Optional<string?> Notes { get; init; }
    public Optional<string?> Outcome { get; init; }
    public Optional<DateTimeOffset?> OccurredAt { get; init; }
    public Optional<int?> DurationMinutes { get; init; }
    public Optional<DateOnly?> FollowUpOn { get; init; }
    public Optional<string?> Promise { get; init; }

    internal InteractionFields Over(InteractionFields current) => new()
    {
        InteractionType = InteractionType.Or(current.InteractionType),
        Channel = Channel.Or(current.Channel),
        Direction = Direction.Or(current.Direction),
        Subject = Subject.Or(current.Subject),
        Notes = Notes.Or(current.Notes),
        Outcome = Outcome.Or(current.Outcome),

        // It cannot have happened at no time.
        OccurredAt = OccurredAt.Or(current.OccurredAt) ?? current.OccurredAt,
        DurationMinutes = DurationMinutes.Or(current.DurationMinutes),
        FollowUpOn = FollowUpOn.Or(current.FollowUpOn),
        Promise = Promise.Or(current.Promise),
    };
}

public sealed class ChangeInteractionHandler(
    IRepository<Interaction> interactions, VisibleInteractions visible, InteractionAnswers answers, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    public async Task<Result<Versioned<InteractionDetails>>> HandleAsync(ChangeInteraction command, CancellationToken ct)
    {
        var allowed = user.MayDo(CustomersPermissions.WriteInteractions);
        if (allowed.IsFailure) return allowed.Error;
        var found = await visible.FindAsync(command.Id, ct, command.IfVersion);
        if (found.IsFailure) return found.Error;
        var interaction = found.Value;

        var now = clock.Now;
        var facts = InteractionInput.Read(command.Fields.Over(InteractionInput.FieldsOf(interaction.Facts)), now);
        if (facts.IsFailure) return facts.Error;
        var corrected = interaction.Correct(facts.Value, now);
        if (corrected.IsFailure) return corrected.Error;
        await interactions.SaveChangesAsync(ct);
        return await answers.OfAsync(interaction, ct);
    }
}
