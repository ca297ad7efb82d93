using IswitchRoofs.Customers.Domain.Customers;
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
    public InteractionDetails? Next { get; init; }
}

public sealed class CompleteFollowUpHandler(
    IRepository<Interaction> interactions, IReadRepository<Customer> customers, InteractionAnswers answers, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    public async Task<Result<Versioned<CompletedFollowUp>>> HandleAsync(Guid interactionId, CompleteFollowUp command, uint? ifVersion, CancellationToken ct)
    {
        var allowed = user.MayDo(CustomersPermissions.WriteInteractions, CustomersPermissions.LogAssignedInteractions);
        if (allowed.IsFailure) return allowed.Error;
        var scope = await user.InteractionsOfAsync(customers, ct);
        if (scope.IsFailure) return scope.Error;
        var id = InteractionId.From(interactionId);
        var interaction = await interactions.FirstOrDefaultAsync(new InteractionById(id, scope.Value), ct);
        if (interaction is null) return InteractionErrors.NotFound(id);
        if (ifVersion is { } version && version != interaction.Version) return Error.Stale(interaction.Version);

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
        return new Versioned<CompletedFollowUp>(Answer(done.Value, next is null ? null : (await answers.OfAsync(next, ct)).Value), done.Version);
    }

    private static CompletedFollowUp Answer(InteractionDetails i, InteractionDetails? next) => new()
    {
        Id = i.Id,
        CustomerId = i.CustomerId,
        CustomerName = i.CustomerName,
        LeadId = i.LeadId,
        LeadName = i.LeadName,
        ProjectId = i.ProjectId,
        InteractionType = i.InteractionType,
        Channel = i.Channel,
        Direction = i.Direction,
        Subject = i.Subject,
        Notes = i.Notes,
        Outcome = i.Outcome,
        UserId = i.UserId,
        OccurredAt = i.OccurredAt,
        DurationMinutes = i.DurationMinutes,
        FollowUpOn = i.FollowUpOn,
        FollowUpCompletedAt = i.FollowUpCompletedAt,
        Promise = i.Promise,
        CreatedAt = i.CreatedAt,
        UpdatedAt = i.UpdatedAt,
        Next = next,
    };
}
