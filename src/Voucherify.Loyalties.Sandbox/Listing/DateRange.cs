using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>
/// A range in a query parameter: <c>created_at[after]=...</c>, <c>created_at[before]=...</c> (documented). The bounds are exclusive
/// (assumed).
/// </summary>
internal sealed record DateRange(DateTimeOffset After, DateTimeOffset Before)
{
    public bool Contains(DateTimeOffset time) => time > After && time < Before;

    public static bool TryRead(
        SandboxCall call,
        string name,
        [NotNullWhen(true)] out DateRange? range,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        var before = DateTimeOffset.MaxValue;
        range = TryReadBound(call, $"{name}[after]", DateTimeOffset.MinValue, out var after, out refusal)
            && TryReadBound(call, $"{name}[before]", DateTimeOffset.MaxValue, out before, out refusal)
                ? new DateRange(after, before)
                : null;
        return range is not null;
    }

    private static bool TryReadBound(
        SandboxCall call,
        string parameter,
        DateTimeOffset absent,
        out DateTimeOffset bound,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (bound, refusal) = (absent, null);
        if (call.Query(parameter) is { } value && !IsoTime.TryReadInstant(value, out bound))
        {
            refusal = Errors.InvalidQueryParams(call, $"Property .{parameter} cannot be recognized as a ISO-8601 compliant date");
        }

        return refusal is null;
    }
}
