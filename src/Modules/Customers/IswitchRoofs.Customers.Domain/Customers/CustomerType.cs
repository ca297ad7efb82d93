namespace IswitchRoofs.Customers.Domain.Customers;

public enum CustomerType
{
    Residential,
    Commercial,
    Government,
}
