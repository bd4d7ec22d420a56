using System.Diagnostics.CodeAnalysis;

namespace Voucherify.Loyalties.V1;

public sealed partial record RewardChoice
{
    /// <summary>Converts the id of a reward to the choice of that reward.</summary>
    /// <param name="id">The id of the reward, such as <c>rew_...</c>.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    [return: NotNullIfNotNull(nameof(id))]
    public static implicit operator RewardChoice?(string? id)
    {
        if (id is null)
        {
            return null;
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return new RewardChoice { Id = id };
    }
}
