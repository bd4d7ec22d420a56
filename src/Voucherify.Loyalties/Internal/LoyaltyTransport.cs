using System.Text.Json.Serialization.Metadata;

namespace Voucherify.Loyalties.Internal;

/// <summary>Sends what the Refit interfaces build.</summary>
internal sealed class LoyaltyTransport
{
    /// <summary>Makes the implementation that Refit generated for an interface whose methods only build requests.</summary>
    public TApi CreateApi<TApi>() => throw new NotSupportedException();

    /// <summary>Sends an operation and reads its answer.</summary>
    public Task<TAnswer> SendAsync<TAnswer>(
        LoyaltyOperation operation,
        Func<Task<HttpRequestMessage>> build,
        JsonTypeInfo<TAnswer> answer,
        RequestOptions? options,
        CancellationToken cancellationToken)
        where TAnswer : class => throw new NotSupportedException();

    /// <summary>Sends an operation that answers without a body.</summary>
    public Task SendAsync(
        LoyaltyOperation operation,
        Func<Task<HttpRequestMessage>> build,
        RequestOptions? options,
        CancellationToken cancellationToken) => throw new NotSupportedException();
}
