using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>What a transaction says about its cause.</summary>
/// <param name="Reason">The reason as it is stored.</param>
internal sealed record RecordedNote(string? Reason)
{
    /// <summary>The reason as a request sent it, or null.</summary>
    public string? SentReason { get; init; }

    /// <summary>The earning rule that gave the points, or null.</summary>
    public string? RuleId { get; init; }

    /// <summary>The order that earned the points or was canceled, or null.</summary>
    public string? OrderId { get; init; }

    /// <summary>The ids of what caused it, or null.</summary>
    public JsonElement? Metadata { get; init; }
}
