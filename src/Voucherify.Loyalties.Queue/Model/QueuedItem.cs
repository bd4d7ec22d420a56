using System.Text;

namespace Voucherify.Loyalties.Queue;

/// <summary>An adjustment of points that is to be applied once, in the order of its card or member.</summary>
public abstract record QueuedItem
{
    private protected QueuedItem()
    {
    }

    /// <summary>
    /// The id of the adjustment, such as that of the order that causes it. No other adjustment of the card may have it, before or after.
    /// </summary>
    public required string SourceId { get; init; }

    /// <summary>How many points to add; less than zero to remove. Not zero.</summary>
    public required long Points { get; init; }

    /// <summary>The reason. It is stored with the transaction. Default: none.</summary>
    public string? Reason { get; init; }

    /// <summary>What keeps the order: the card in version 1, the member in version 2.</summary>
    internal abstract string LineKey { get; }

    /// <summary>The card, within which the id is unique.</summary>
    internal abstract string CardKey { get; }

    /// <summary>The campaign whose list shows the adjustment; null if there is no such list.</summary>
    internal virtual string? Campaign => null;

    /// <summary>Refuses what the client would refuse to send.</summary>
    /// <exception cref="ArgumentException">A member is not valid.</exception>
    internal abstract void Check();

    /// <summary>Prints what a log may contain: not who the card belongs to.</summary>
    /// <param name="builder">Where to.</param>
    /// <returns>Whether something was printed.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append("SourceId = ").Append(SourceId).Append(", Points = ").Append(Points);
        return true;
    }
}
