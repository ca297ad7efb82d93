using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Referrals;

/// <summary>Agrees that a fixed commission is to be paid.</summary>
public sealed record ApproveCommission(Guid ReferralId, uint? IfVersion);

/// <summary>Notes that an approved commission was paid; asking again with the same reference answers the same.</summary>
/// <param name="Reference">Of the payment, for example the number of the check; 1 to 100 characters.</param>
public sealed record PayCommission(string? Reference);

/// <summary>Takes a commission back that is not paid.</summary>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record CancelCommission(string? Reason);

public sealed class ApproveCommissionHandler(CommissionDesk desk) : IUseCase
{
    public Task<Result<Versioned<ReferralDetails>>> HandleAsync(ApproveCommission request, CancellationToken ct) =>
        desk.DoAsync(request.ReferralId, request.IfVersion, (referral, actor, now) => referral.Approve(actor, now), ct);
}

public sealed class PayCommissionHandler(CommissionDesk desk) : IUseCase
{
    public async Task<Result<Versioned<ReferralDetails>>> HandleAsync(Guid referralId, PayCommission request, uint? ifVersion, CancellationToken ct)
    {
        var check = new Validation();
        var reference = check.Text("reference", request.Reference, 100, required: true);
        if (check.Failed) return check.ToError();
        return await desk.DoAsync(referralId, ifVersion, (referral, actor, now) => referral.Pay(reference!, actor, now), ct);
    }
}

public sealed class CancelCommissionHandler(CommissionDesk desk) : IUseCase
{
    public async Task<Result<Versioned<ReferralDetails>>> HandleAsync(Guid referralId, CancelCommission request, uint? ifVersion, CancellationToken ct)
    {
        var check = new Validation();
        var reason = check.Text("reason", request.Reason, 500, required: true);
        if (check.Failed) return check.ToError();
        return await desk.DoAsync(referralId, ifVersion, (referral, actor, now) => referral.CancelCommission(reason!, actor, now), ct);
    }
}

/// <summary>
/// One step of a commission's money. Whoever loses the race to another request is answered by how the referral stands then:
/// the same payment told twice is one payment.
/// </summary>
public sealed class CommissionDesk(IRepository<Referral> referrals, ReferralAnswers answers, ICurrentUser user, TimeProvider clock)
{
    private const string EachStepOnce = "ux_referral_ledger_step";

    internal async Task<Result<Versioned<ReferralDetails>>> DoAsync(Guid referralId, uint? ifVersion, Func<Referral, Actor, DateTimeOffset, Result> step, CancellationToken ct)
    {
        var id = new ReferralId(referralId);
        var referral = await referrals.FindAsync(id, ct);
        if (referral is null) return ReferralErrors.NotFound(referralId);
        if (ifVersion is { } version && version != referral.Version) return Error.Stale(referral.Version);
        var done = step(referral, user.ToActor(), clock.GetUtcNow());
        if (done.IsFailure) return done.Error;
        try
        {
            await referrals.SaveChangesAsync(ct);
        }
        catch (Exception e) when (e is ConcurrentChangeException or ConstraintViolatedException { Constraint: EachStepOnce })
        {
            // Read anew and not for change: another request's step counts if it is this very one.
            if (await referrals.FirstOrDefaultAsync(new ReferralById(id), ct) is not { } stored) return ReferralErrors.NotFound(referralId);
            var again = step(stored, user.ToActor(), clock.GetUtcNow());
            if (again.IsFailure) return again.Error;
            if (stored.Ledger.Count > 0) throw;
            return await answers.OfAsync(stored, ct);
        }

        return await answers.OfAsync(referral, ct);
    }
}
