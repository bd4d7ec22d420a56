using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>Refuses keys of adjustments that no lookup could find.</summary>
internal static class AdjustmentKeyRules
{
    /// <summary>Checks the keys.</summary>
    /// <exception cref="ArgumentException">A key is null, has no id, or moves no points.</exception>
    public static void Check(IReadOnlyCollection<AdjustmentKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Any(static key => key is not { VoucherId.Length: > 0, SourceId.Length: > 0, Points: not 0 }))
        {
            throw new ArgumentException("A key needs a VoucherId, a SourceId, and Points other than 0.", nameof(keys));
        }
    }
}
