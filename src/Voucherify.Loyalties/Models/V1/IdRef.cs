using System.Diagnostics.CodeAnalysis;

namespace Voucherify.Loyalties.V1;

public sealed partial record IdRef
{
    /// <summary>Converts an id to an object that has only the id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    [return: NotNullIfNotNull(nameof(id))]
    public static implicit operator IdRef?(string? id)
    {
        if (id is null)
        {
            return null;
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return new IdRef { Id = id };
    }
}
