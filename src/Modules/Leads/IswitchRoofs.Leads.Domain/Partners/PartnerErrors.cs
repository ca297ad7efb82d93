using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Domain.Partners;

public static class PartnerErrors
{
    public static Error NotFound(Guid id) => Error.NotFound("leads.partner_not_found", $"There is no partner {id}.");

    public static Error Unknown(string field) => Error.Invalid("leads.partner_unknown", field, "names no partner.");

    public static Error NotActive(string name) =>
        Error.Conflict("leads.partner_not_active", $"{name} is not active: only active partners refer.");

    public static Error CodeTaken(string code) => Error.Conflict("leads.partner_code_taken", $"Another partner has the code {code}.");

    public static Error CodeInUse(string code) =>
        Error.Conflict("leads.partner_code_in_use", $"The code {code} stands in referrals already and stays.");

    public static Error HasReferrals() =>
        Error.Conflict("leads.partner_has_referrals", "The partner has referred somebody and is kept. Make it inactive instead.");

    public static Error NeedsManager() =>
        Error.Forbidden("leads.partner_needs_manager", "Your role enters partners as pending and with the usual rate. A manager activates them.");
}
