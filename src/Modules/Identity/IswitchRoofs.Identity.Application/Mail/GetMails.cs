using IswitchRoofs.Identity.Domain.Mails;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Mail;

/// <summary>Where mails go, and what lies in the queue.</summary>
public sealed record GetMails;

/// <param name="Waiting">Those due first, at most fifty.</param>
/// <param name="Failed">The latest, at most fifty.</param>
public sealed record MailOverview(MailRoute Route, MailState State, IReadOnlyList<MailRow> Waiting, IReadOnlyList<MailRow> Failed);

public sealed record MailRow(
    Guid Id, string Type, string ToAddress, string ToName, string Subject, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? NextTryAt, DateTimeOffset? FailedAt, string? LastError);

public sealed class GetMailsHandler(IReadRepository<QueuedMail> mails, IMailMonitor monitor) : IUseCase
{
    private const int Shown = 50;

    public async Task<Result<MailOverview>> HandleAsync(GetMails query, CancellationToken ct) => new MailOverview(
        monitor.Route, await monitor.ReadAsync(ct), await mails.ListAsync(new Waiting(), ct), await mails.ListAsync(new Failed(), ct));

    private sealed class Waiting : Specification<QueuedMail, MailRow>
    {
        public Waiting()
        {
            Query.Where(m => m.NextTryAt != null).OrderBy(m => m.NextTryAt).ThenBy(m => m.Id).Take(Shown);
            Select(m => new MailRow(m.Id.Value, m.Type, m.ToAddress, m.ToName, m.Subject, m.Attempts, m.CreatedAt, m.NextTryAt, m.FailedAt, m.LastError));
        }
    }

    private sealed class Failed : Specification<QueuedMail, MailRow>
    {
        public Failed()
        {
            Query.Where(m => m.FailedAt != null).OrderByDescending(m => m.FailedAt).ThenByDescending(m => m.Id).Take(Shown);
            Select(m => new MailRow(m.Id.Value, m.Type, m.ToAddress, m.ToName, m.Subject, m.Attempts, m.CreatedAt, m.NextTryAt, m.FailedAt, m.LastError));
        }
    }
}
