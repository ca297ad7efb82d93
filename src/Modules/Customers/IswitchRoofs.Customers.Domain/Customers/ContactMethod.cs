namespace IswitchRoofs.Customers.Domain.Customers;

public enum ContactMethod
{
    Phone,
    Email,
    Text,
}
