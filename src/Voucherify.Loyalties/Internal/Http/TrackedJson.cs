using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace Voucherify.Loyalties.Internal.Http;

/// <summary>Makes the bodies of Refit's requests: JSON that knows whether it was sent. Answers are not read through Refit.</summary>
internal sealed class TrackedJson : IHttpContentSerializer
{
    private const string ContentType = "application/json; charset=utf-8";

    public HttpContent ToHttpContent<T>(T item) =>
        new SendTrackingContent(JsonSerializer.SerializeToUtf8Bytes(item, TypeInfo<T>()), ContentType);

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Refit only builds requests here.");

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)LoyaltyJsonContext.Default.Options.GetTypeInfo(typeof(T));
}
