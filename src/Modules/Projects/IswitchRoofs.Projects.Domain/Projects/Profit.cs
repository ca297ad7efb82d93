namespace IswitchRoofs.Projects.Domain.Projects;

public enum ProfitClass
{
    Excellent,
    Good,
    Fair,
    Poor,
}

/// <summary>What a project earns (P2). Percentages are null without a divisor; so is the class without a margin.</summary>
public sealed record Profit(decimal Cost, decimal Revenue, decimal Gross, decimal? MarginPercent, decimal? RoiPercent, ProfitClass? Class)
{
    public static Profit Of(decimal cost, decimal? contractValue, decimal? budget)
    {
        var revenue = contractValue ?? budget ?? 0;
        var gross = revenue - cost;
        decimal? margin = revenue == 0 ? null : gross / revenue * 100;
        decimal? roi = cost == 0 ? null : gross / cost * 100;
        return new Profit(cost, revenue, gross, Rounded(margin), Rounded(roi), margin switch
        {
            null => null,
            > 40 => ProfitClass.Excellent,
            > 25 => ProfitClass.Good,
            > 15 => ProfitClass.Fair,
            _ => ProfitClass.Poor,
        });
    }

    private static decimal? Rounded(decimal? percent) => percent is { } p ? Math.Round(p, 2, MidpointRounding.AwayFromZero) : null;
}
