using System.Text.Json;

namespace Voucherify.Loyalties.Serialization;

/// <summary>The body of a request, or an item of one that is a list.</summary>
internal interface IJsonBody
{
    void WriteTo(Utf8JsonWriter writer);
}
