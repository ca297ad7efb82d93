namespace IswitchRoofs.Shared.Application.Persistence;

/// <summary>The database refused a change: what the rule's check could not see because of a parallel request.</summary>
public sealed class ConstraintViolatedException(string constraint, Exception inner)
    : Exception($"Constraint {constraint} refused the change.", inner)
{
    /// <summary>Name of the constraint or unique index, e.g. <c>ux_customers_email</c>.</summary>
    public string Constraint { get; } = constraint;
}
