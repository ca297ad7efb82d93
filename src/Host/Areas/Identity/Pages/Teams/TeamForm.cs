using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Teams;

/// <summary>A team as it is typed: ZIP codes in one box, skills as a list of boxes to tick.</summary>
public sealed class TeamForm
{
    private static readonly char[] BetweenZips = [' ', ',', ';', '\r', '\n', '\t'];

    public string? Name { get; set; }

    public Guid? ManagerId { get; set; }

    public string? Territories { get; set; }

    public string[] Skills { get; set; } = [];

    internal string[] Zips => (Territories ?? "").Split(BetweenZips, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal static TeamForm Of(TeamDetails team) =>
        new() { Name = team.Name, ManagerId = team.ManagerId, Territories = string.Join(' ', team.Territories), Skills = [.. team.Skills] };

    /// <summary>A wrong ZIP code is a mistake in the box that holds them all.</summary>
    internal void Explain(Error error, ModelStateDictionary state)
    {
        foreach (var (field, messages) in error.Fields)
        {
            var (name, position) = field.Split('[', ']') is [var list, var number, ..] ? (list, int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)) : (field, -1);
            var key = name switch { "manager_id" => nameof(ManagerId), "territories" => nameof(Territories), "skills" => nameof(Skills), _ => nameof(Name) };
            foreach (var message in messages)
                state.AddModelError($"Input.{key}", position >= 0 && name == "territories" ? $"{Zips[position]} {message}" : message);
        }

        if (error.Fields.Count == 0) state.AddModelError(string.Empty, error.Detail);
    }
}
