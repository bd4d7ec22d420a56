using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Voucherify.Loyalties.Serialization;

/// <summary>
/// Creates the type information that <see cref="JsonSerializer"/> needs for a model, from the code that was generated for it. Each model is
/// independent, so a program initializes, and NativeAOT keeps, only the models that its calls use. One <c>JsonSerializerContext</c> for all
/// of them would not allow that.
/// </summary>
internal static class JsonModels
{
    // No reflection: a type without generated code is an error.
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = JsonTypeInfoResolver.Combine() };

    public static JsonTypeInfo<T> Info<T>(ReadJson<T> read, WriteJson<T> write)
        where T : class => JsonMetadataServices.CreateValueInfo<T>(Options, new ModelConverter<T>(read, write));
}
