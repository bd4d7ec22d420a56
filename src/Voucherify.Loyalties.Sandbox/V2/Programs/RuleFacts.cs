using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>What the rules of an earning or a cost can ask about.</summary>
internal sealed record RuleFacts
{
    /// <summary>Numbers by the name under which rules ask for them, such as <c>order.amount</c>.</summary>
    public IReadOnlyDictionary<string, long> Numbers { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Metadata by the name under which rules ask for them, such as <c>customer.metadata</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement?> Metadata { get; init; } =
        new Dictionary<string, JsonElement?>(StringComparer.Ordinal);
}
