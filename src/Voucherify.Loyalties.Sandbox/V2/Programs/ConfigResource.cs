using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>A part of the configuration: a program, or something that programs consist of.</summary>
internal class ConfigResource(ResourceKind kind, string id, string name, DateTimeOffset createdAt)
{
    public ResourceKind Kind { get; } = kind;

    public string Id { get; } = id;

    public string Name { get; set; } = name;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; set; }

    public string Status { get; set; } = ResourceStatus.Draft;

    public StoredProperties Properties { get; } = new(new HashSet<string>(kind.Properties.Keys, StringComparer.Ordinal));

    public bool IsActive => Status == ResourceStatus.Active;

    public bool IsDeleted => Status == ResourceStatus.Deleted;

    public string Type => Properties.FindString("type") ?? string.Empty;

    public JsonElement? Metadata => Properties.FindObject("metadata");

    /// <summary>Whether it can be used at the time, apart from its status.</summary>
    public bool IsValidAt(DateTimeOffset time) =>
        !(time < Properties.FindInstant("start_date")) && !(time > Properties.FindInstant("end_date"));
}
