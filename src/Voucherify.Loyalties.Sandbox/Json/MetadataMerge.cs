using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Json;

/// <summary>Merges metadata: what an update does not name stays as it is (documented).</summary>
internal static class MetadataMerge
{
    /// <summary>Returns the metadata with those of an update, or none if the update clears them.</summary>
    public static JsonElement? Apply(JsonElement? current, JsonElement? update)
    {
        if (update is not { } changes || current is not { } old)
        {
            return update;
        }

        return JsonBuffer.WriteElement(writer =>
        {
            writer.WriteStartObject();
            foreach (var property in old.EnumerateObject().Where(property => !changes.TryGetProperty(property.Name, out _)))
            {
                property.WriteTo(writer);
            }

            foreach (var property in changes.EnumerateObject())
            {
                property.WriteTo(writer);
            }

            writer.WriteEndObject();
        });
    }
}
