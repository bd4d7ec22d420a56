using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>
/// Creates many members in the background, 100 at a time (documented). The type of the action and the form of its result are assumed.
/// </summary>
internal sealed class MemberBatchHandler(V2Locator locator, MemberBatch batch, V2Store store, JobRegistry jobs)
{
    private const string Type = "LOYALTY.MEMBERS_CREATE";
    private const int BatchSize = 100;

    /// <summary>The body is not read before the response (documented).</summary>
    public SandboxResponse Create(SandboxCall call)
    {
        if (!locator.TryFindProgram(call, out var program, out var refusal))
        {
            return refusal;
        }

        if (V2Errors.RefuseUnusable(call, program) is { } unusable)
        {
            return unusable;
        }

        var job = Start(call, program);
        return JsonResponse.Object(writer => writer.WriteString("async_action_id", job.Id), status: 202);
    }

    // The keys are documented.
    private AsyncJob Start(SandboxCall call, LoyaltyProgram program)
    {
        if (!JsonBody.TryParseArray(call.Request.Body, out var entries, out _))
        {
            var isArray = call.Request.Body.Span.TrimStart(" \t\r\n"u8).StartsWith("["u8);
            return Fail(call, isArray ? "invalid_request_payload" : "top_level_object_should_be_an_array");
        }

        return entries.Any(static entry => entry.ValueKind == JsonValueKind.Null)
            ? Fail(call, "invalid_request_payload")
            : Run(call, program, entries);
    }

    private AsyncJob Fail(SandboxCall call, string key) => jobs.AddAction(new AsyncJobStart(Type, call.Id, call.Now)
    {
        IsFailed = true,
        WriteResult = writer => writer.WriteObject("error", error => error.WriteString("key", key)),
    });

    private AsyncJob Run(SandboxCall call, LoyaltyProgram program, IReadOnlyList<JsonElement> entries)
    {
        var report = new MemberBatchReport(program);
        var batches = entries.Chunk(BatchSize).ToList();
        for (var i = 0; i < batches.Count; i++)
        {
            var part = batches[i];
            store.Schedule(call.Now + (jobs.JobTime * (i + 1)), now => batch.Create(part, report, now));
        }

        return jobs.AddAction(new AsyncJobStart(Type, call.Id, call.Now) { Batches = batches.Count, WriteResult = report.Write });
    }
}
