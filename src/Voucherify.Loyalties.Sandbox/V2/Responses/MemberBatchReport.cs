using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>
/// What became of the entries of a batch of members. The columns are documented; that they are JSON in the result of the action is
/// assumed.
/// </summary>
internal sealed class MemberBatchReport(LoyaltyProgram program)
{
    private readonly List<(JsonElement Entry, Member? Member, string? Error)> _rows = [];

    public LoyaltyProgram Program => program;

    public void Add(JsonElement entry, Member? member, string? error) => _rows.Add((entry, member, error));

    public void Write(Utf8JsonWriter writer)
    {
        var created = _rows.Count(static row => row.Member is not null);
        writer.WriteNumber("done_count", created);
        writer.WriteNumber("failed_count", _rows.Count - created);
        writer.WriteArray("report", _rows, WriteRow);
    }

    private void WriteRow(Utf8JsonWriter writer, (JsonElement Entry, Member? Member, string? Error) row)
    {
        var (entry, member, error) = row;
        var identification = default(JsonElement);
        var isNamed = entry.ValueKind == JsonValueKind.Object
            && JsonBody.TryFindObject(entry, "customer_identification", out identification);
        writer.WriteString("identification_type", isNamed ? JsonBody.FindString(identification, "type") : null);
        writer.WriteString("customer_id", member?.Customer.Id ?? (isNamed ? JsonBody.FindString(identification, "customer_id") : null));
        writer.WriteString(
            "customer_source_id",
            member?.Customer.SourceId ?? (isNamed ? JsonBody.FindString(identification, "customer_source_id") : null));
        writer.WriteString("program_id", program.Id);
        writer.WriteString("member_id", member?.Id);
        writer.WriteBoolean("created", member is not null);
        writer.WriteString("error", error);
    }
}
