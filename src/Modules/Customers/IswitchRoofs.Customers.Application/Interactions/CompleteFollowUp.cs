using System.Diagnostics.CodeAnalysis;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>Completes a follow-up and, in one step, logs the interaction that it led to (I2).</summary>
/// <param name="Next">With the same customer, lead and project.</param>
public sealed record CompleteFollowUp(InteractionFields? Next = null);

/// <summary>The completed interaction, and the one logged with it.</summary>
public sealed record CompletedFollowUp : InteractionDetails
{
    [SetsRequiredMembers]
    internal CompletedFollowUp(InteractionDetails completed, InteractionDetails? next) : base(completed) => Next = next;

    public InteractionDetails? Next { get; }
}

public sealed class CompleteFollowUpHandler(
    IRepository<Interaction> interactions, VisibleInteractions visible, InteractionAnswers answers, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    public async Task<Result<Versioned<CompletedFollowUp>>> HandleAsync(Guid interactionId, CompleteFollowUp command, uint? ifVersion, CancellationToken ct)
    {
        var allowed = user.MayDo(CustomersPermissions.WriteInteractions, CustomersPermissions.LogAssignedInteractions);
        if (allowed.IsFailure) return allowed.Error;
        var found = await visible.FindAsync(interactionId, ct, ifVersion);
        if (found.IsFailure) return found.Error;
        var interaction = found.Value;

        var now = clock.Now;
        Interaction? next = null;
        if (command.Next is { } fields)
        {
            var facts = InteractionInput.Read(fields, now);
            if (facts.IsFailure) return facts.Error with { Fields = facts.Error.Fields.ToDictionary(f => $"next.{f.Key}", f => f.Value) };
            var logged = Interaction.Log(InteractionId.New(now), facts.Value, interaction.Parties, user.ToLogger(), now);
            if (logged.IsFailure) return logged.Error;
            next = logged.Value;
        }

        var completed = interaction.CompleteFollowUp(now);
        if (completed.IsFailure) return completed.Error;
        if (next is not null) interactions.Add(next);
        await interactions.SaveChangesAsync(ct);

        var done = await answers.OfAsync(interaction, ct);
        return new Versioned<CompletedFollowUp>(new(done.Value, next is null ? null : (await answers.OfAsync(next, ct)).Value), done.Version);
    }
}
