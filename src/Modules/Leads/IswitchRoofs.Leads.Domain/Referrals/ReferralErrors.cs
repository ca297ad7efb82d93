using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Domain.Referrals;

public static class ReferralErrors
{
    public static Error NotFound(Guid id) => Error.NotFound("leads.referral_not_found", $"There is no referral {id}.");

    public static Error CommissionNotFixed() =>
        Error.Conflict("leads.commission_not_fixed", "The commission is fixed when the project completes and its value is known.");

    public static Error CommissionNotApproved() =>
        Error.Conflict("leads.commission_not_approved", "The commission must be approved before it is paid.");

    public static Error CommissionPaid(string reference) =>
        Error.Conflict("leads.commission_paid", $"The commission was paid already, with the reference {reference}.");

    public static Error CommissionCancelled() => Error.Conflict("leads.commission_cancelled", "The commission was cancelled and is not paid.");

    public static Error HasCommission() =>
        Error.Conflict("leads.referral_has_commission", "The referral has earned a commission and is kept.");
}
