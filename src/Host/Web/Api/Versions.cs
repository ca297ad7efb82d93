using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Host.Web.Api;

internal static class Versions
{
    /// <summary>For answers that carry their version themselves.</summary>
    public static Result<Versioned<T>> Versioned<T>(this Result<T> result, Func<T, uint> version) =>
        result.IsFailure ? result.Error : new Versioned<T>(result.Value, version(result.Value));
}
