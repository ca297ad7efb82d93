namespace IswitchRoofs.Shared.Application;

/// <summary>Ids of the demo accounts and teams: the same everywhere, so that each module's demo data can refer to them.</summary>
public static class DemoPeople
{
    public const string Password = "Roof-Demo-2026!";

    public static readonly Guid Admin = new("01900000-0000-7000-8000-000000000001");
    public static readonly Guid Manager = new("01900000-0000-7000-8000-000000000002");
    public static readonly Guid Sales = new("01900000-0000-7000-8000-000000000003");
    public static readonly Guid Sales2 = new("01900000-0000-7000-8000-000000000004");
    public static readonly Guid Tech = new("01900000-0000-7000-8000-000000000005");

    /// <summary>Has no projects.</summary>
    public static readonly Guid Tech2 = new("01900000-0000-7000-8000-000000000006");

    public static readonly Guid NorthOakland = new("01900000-0000-7000-8000-000000000011");
    public static readonly Guid WayneAndWashtenaw = new("01900000-0000-7000-8000-000000000012");

    /// <summary>Customers are numbered from 1.</summary>
    public const int Customers = 40;

    /// <summary>Projects are numbered from 1.</summary>
    public const int Projects = 30;

    public static Guid Customer(int number) => new($"01900000-0000-7000-8000-000000c{number:d5}");

    public static Guid Project(int number) => new($"01900000-0000-7000-8000-000000d{number:d5}");

    public static string CustomerName(int number) => CustomerNames[(number - 1) % CustomerNames.Length];

    private static readonly string[] CustomerNames =
    [
        "Patricia Novak", "James Okafor", "Birmingham Dental Group", "Linda Petrov", "Robert Schmidt", "Fatima Al-Sayed", "Grosse Pointe Yacht Storage", "Michael Dombrowski",
        "Karen Fitzgerald", "David Nguyen", "St. Anselm Parish", "Susan Vandenberg", "Ahmed Mansour", "Elizabeth Carter", "Thomas Brennan", "Rochester Hills Montessori",
        "Maria Gutierrez", "Christopher Hale", "Barbara Lindqvist", "Daniel Kim", "City of Troy Public Works", "Nancy Castellano", "Paul Jankowski", "Sandra Whitmore",
        "Mark Delgado", "Ann Arbor Bike Works", "Donna Kowalczyk", "Steven Abernathy", "Layla Haddad", "Kenneth Moore", "Lakeshore Condominiums", "Carol Sutherland",
        "George Papadopoulos", "Deborah Ellis", "Edward Zielinski", "Novi Family Medicine", "Michelle Tran", "Brian O'Connor", "Sharon Goldberg", "Raymond Bell",
    ];
}
