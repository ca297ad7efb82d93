using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Identity.Infrastructure.Accounts;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Identity.Infrastructure.Demo;

/// <summary>The accounts of the documentation: everybody knows their password, so they are not even registered in production.</summary>
internal sealed class IdentityDemoData(IdentityDbContext db, PasswordHashing hashing, ILookupNormalizer names, TimeProvider clock) : IDemoDataSeeder
{
    private const string Domain = "iswitchroofs.example";

    public int Order => 0;

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.Set<User>().AnyAsync(ct)) return;
        var now = clock.GetUtcNow();
        User[] users =
        [
            User.Create(UserId.From(DemoPeople.Admin), $"admin@{Domain}", "Alex Morgan", UserRole.Admin, "+12485550100"),
            User.Create(UserId.From(DemoPeople.Manager), $"manager@{Domain}", "Maria Kowalski", UserRole.Manager, "+12485550101"),
            User.Create(UserId.From(DemoPeople.Sales), $"sales@{Domain}", "Sam Whitfield", UserRole.Sales, "+12485550102"),
            User.Create(UserId.From(DemoPeople.Sales2), $"sales2@{Domain}", "Dana Haddad", UserRole.Sales, "+17345550103"),
            User.Create(UserId.From(DemoPeople.Tech), $"tech@{Domain}", "Terrence Brooks", UserRole.FieldTech, "+12485550104"),
            User.Create(UserId.From(DemoPeople.Tech2), $"tech2@{Domain}", "Yusuf Rahman", UserRole.FieldTech, "+17345550105"),
        ];
        var manager = UserId.From(DemoPeople.Manager);
        Team[] teams =
        [
            Team.Create(
                TeamId.From(DemoPeople.NorthOakland), "North Oakland", manager,
                [UserId.From(DemoPeople.Sales), UserId.From(DemoPeople.Tech)],
                ["48009", "48012", "48025", "48067", "48301", "48302", "48304", "48306", "48309", "48071", "48073", "48083", "48085", "48307"],
                ["sales", "estimation", "roofing_shingle", "roofing_metal", "roofing_tile", "certification_gaf"], now),
            Team.Create(
                TeamId.From(DemoPeople.WayneAndWashtenaw), "Wayne & Washtenaw", manager,
                [UserId.From(DemoPeople.Sales2), UserId.From(DemoPeople.Tech2)],
                ["48236", "48230", "48167", "48187", "48188", "48103", "48105", "48108", "48098", "48084", "48075", "48331", "48334", "48335"],
                ["sales", "estimation", "roofing_shingle", "roofing_flat", "language_arabic", "certification_owens"], now),
        ];
        var hash = await hashing.HashAsync(DemoPeople.Password, ct);
        foreach (var user in users)
        {
            user.Announce(teams, now);
            db.Add(user);
            db.Add(new Account
            {
                Id = user.Id.Value,
                UserName = user.Email,
                NormalizedUserName = names.NormalizeName(user.Email),
                Email = user.Email,
                NormalizedEmail = names.NormalizeEmail(user.Email),
                PasswordHash = hash,
                SecurityStamp = user.Id.ToString(),
                ConcurrencyStamp = user.Id.ToString(),
            });
        }

        db.AddRange(teams);
        await db.SaveChangesAsync(ct);
    }
}
