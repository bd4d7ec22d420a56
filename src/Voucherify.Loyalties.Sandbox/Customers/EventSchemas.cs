using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.Customers;

/// <summary>The custom events that are defined in the project.</summary>
internal sealed class EventSchemas(IdGenerator ids)
{
    private readonly Dictionary<string, string> _idsByName = new(StringComparer.Ordinal);

    /// <summary>Returns the id of the schema of an event, or null if the event is not defined.</summary>
    public string? Find(string name) => _idsByName.GetValueOrDefault(name);

    /// <summary>Defines an event, unless it is defined already, and returns the id of its schema.</summary>
    public string Define(string name)
    {
        if (!_idsByName.TryGetValue(name, out var id))
        {
            _idsByName.Add(name, id = ids.NextMetadataSchemaId());
        }

        return id;
    }
}
