namespace IswitchRoofs.Customers.Application;

public static class CustomersPermissions
{
    public const string Read = "customers.read";

    /// <summary>Only customers of projects that one works on.</summary>
    public const string ReadAssigned = "customers.read_assigned";

    public const string Write = "customers.write";
    public const string Delete = "customers.delete";

    /// <summary>Delete a customer although a project is in progress (C9).</summary>
    public const string ForceDelete = "customers.force_delete";

    public const string ReadInteractions = "interactions.read";
    public const string ReadAssignedInteractions = "interactions.read_assigned";
    public const string WriteInteractions = "interactions.write";

    public const string DeleteInteractions = "interactions.delete";

    /// <summary>Log an interaction with a customer of a project that one works on.</summary>
    public const string LogAssignedInteractions = "interactions.log_assigned";
}
