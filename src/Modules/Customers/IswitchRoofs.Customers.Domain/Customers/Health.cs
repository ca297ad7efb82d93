namespace IswitchRoofs.Customers.Domain.Customers;

/// <summary>How well the relationship is doing, 0..100, with its parts (C5).</summary>
public sealed record Health(int Score, IReadOnlyList<HealthPart> Parts)
{
    public static Health Of(
        decimal lifetimeValue, int projectCount, int? npsScore, int referralCount, DateOnly? lastInteractionOn, DateOnly today)
    {
        HealthPart[] parts =
        [
            new("lifetime_value", lifetimeValue switch { >= 100_000m => 30, >= 50_000m => 25, >= 25_000m => 20, >= 10_000m => 15, > 0m => 10, _ => 0 }, 30),
            new("projects", projectCount switch { >= 5 => 20, >= 3 => 15, 2 => 10, 1 => 5, _ => 0 }, 20),
            new("nps", npsScore switch { >= 9 => 20, >= 7 => 15, >= 5 => 10, _ => 0 }, 20),
            new("referrals", referralCount switch { >= 5 => 15, >= 3 => 12, >= 1 => 8, _ => 0 }, 15),
            new("last_interaction", Standing.DaysSince(lastInteractionOn, today) switch { null => 0, <= 30 => 15, <= 90 => 10, <= 180 => 5, _ => 0 }, 15),
        ];
        return new Health(parts.Sum(p => p.Points), parts);
    }
}

/// <summary>What one input adds, and the most it could add.</summary>
public sealed record HealthPart(string Name, int Points, int Max);
