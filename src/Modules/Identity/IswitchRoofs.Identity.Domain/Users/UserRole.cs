namespace IswitchRoofs.Identity.Domain.Users;

public enum UserRole
{
    Admin,
    Manager,
    Sales,
    FieldTech,
}
