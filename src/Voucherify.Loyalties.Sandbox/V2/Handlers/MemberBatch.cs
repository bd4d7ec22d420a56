using System.Text.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Creates the members of a batch. An entry that cannot be created is skipped (documented).</summary>
internal sealed class MemberBatch(SandboxV2Options options, MemberEnrollment enrollment)
{
    private readonly MemberReader _reader = new(options.MemberCreateShape);

    public void Create(IEnumerable<JsonElement> entries, MemberBatchReport report, DateTimeOffset now)
    {
        foreach (var entry in entries)
        {
            report.Add(entry, Create(entry, report.Program, now, out var error), error);
        }
    }

    private Member? Create(JsonElement entry, LoyaltyProgram program, DateTimeOffset now, out string? error)
    {
        error = "Payload must be object";
        return entry.ValueKind == JsonValueKind.Object && _reader.TryReadNew(entry, out var request, out error)
            ? enrollment.TryAdd(program, request, now, out error)
            : null;
    }
}
