using System.Text.Json;

namespace Voucherify.Loyalties.Resources;

/// <summary>The id of an event in its metadata.</summary>
/// <param name="property">The property with the id.</param>
/// <param name="newId">Creates an id.</param>
internal sealed class EventMarker(string property, Func<string> newId)
{
    /// <summary>Returns the request with an id: its own, or a new one.</summary>
    /// <exception cref="ArgumentException">The property has something else than an id.</exception>
    public TrackEventRequest AddTo(TrackEventRequest request)
    {
        var metadata = new LoyaltyMetadata();
        foreach (var (name, value) in request.Metadata ?? metadata)
        {
            metadata[name] = value;
        }

        if (!metadata.TryGetValue(property, out var given))
        {
            metadata[property] = newId();
        }
        else if (string.IsNullOrWhiteSpace(given.AsString()))
        {
            throw new ArgumentException(
                $"Metadata[\"{property}\"] is the id under which the client finds the event again "
                + "(Reconciliation.EventMarkerProperty): it must be a string, and another one for each event.",
                nameof(request));
        }

        return request with { Metadata = metadata };
    }

    /// <summary>Whether the details of an activity are those of an event.</summary>
    /// <param name="details">The details.</param>
    /// <param name="marked">The request for the event, with its id.</param>
    public bool IsIn(JsonElement? details, TrackEventRequest marked) =>
        Find(Find(Find(details, "event"), "metadata"), property) is { ValueKind: JsonValueKind.String } id
        && id.ValueEquals(marked.Metadata![property].AsString());

    private static JsonElement? Find(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var value) ? value : null;
}
