using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.V2;

public sealed partial record Member
{
    /// <summary>
    /// Whether the response to the creation was lost, and the member was read afterwards. It has the status and the metadata that the
    /// service has, which are not those of the request if the customer was a member already: see <see cref="Differences"/>.
    /// </summary>
    [JsonIgnore]
    public bool Recovered { get; internal init; }

    /// <summary>
    /// What a recovered member has otherwise than the request for it: <see cref="Status"/>, <see cref="Metadata"/>, both or none. Empty if
    /// nothing differs, and for every other member.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> Differences { get; internal init; } = [];
}
