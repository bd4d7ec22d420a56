using System.ComponentModel;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the store of the queue, and whether this process has a worker.</summary>
public sealed class LoyaltyQueueBuilder
{
    internal LoyaltyQueueBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IServiceCollection Services { get; }
}
