using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Refit;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Http;

/// <summary>Creates the bodies of Refit's requests: JSON that knows whether it was sent. Responses are not read through Refit.</summary>
internal sealed class TrackedJson : IHttpContentSerializer
{
    private const string ContentType = "application/json; charset=utf-8";

    // Each body writes itself. A lookup by type would keep the metadata of every type in a native program.
    private static readonly JsonTypeInfo<object> Body = JsonModels.Info<object>(WriteOnly, Write);

    public HttpContent ToHttpContent<T>(T item) => new SendTrackingContent(JsonSerializer.SerializeToUtf8Bytes(item!, Body), ContentType);

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Refit only builds requests here.");

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;

    private static object WriteOnly(ref Utf8JsonReader reader) => throw new NotSupportedException("A body is only written here.");

    private static void Write(Utf8JsonWriter writer, object body)
    {
        switch (body)
        {
            case IJsonBody model:
                model.WriteTo(writer);
                break;
            case IEnumerable<IJsonBody> models:
                JsonWriting.List(writer, models, static (writer, model) => model.WriteTo(writer));
                break;
            case LoyaltyMetadata free:
                free.WriteTo(writer);
                break;
            default:
                throw new NotSupportedException($"{body.GetType()} cannot be the body of a request.");
        }
    }
}
