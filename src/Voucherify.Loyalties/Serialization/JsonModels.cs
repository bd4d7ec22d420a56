using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Voucherify.Loyalties.Serialization;

/// <summary>
/// Makes what <see cref="JsonSerializer"/> needs to know about a model from the code that was generated for it. Each model stands for itself:
/// a program starts, and NativeAOT keeps, the code of the models that its calls use, which a <c>JsonSerializerContext</c> for all of them would not allow.
/// </summary>
internal static class JsonModels
{
    // No reflection: a type without generated code is an error.
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = JsonTypeInfoResolver.Combine() };

    public static JsonTypeInfo<T> Info<T>(ReadJson<T> read, WriteJson<T> write)
        where T : class => JsonMetadataServices.CreateValueInfo<T>(Options, new ModelConverter<T>(read, write));
}
