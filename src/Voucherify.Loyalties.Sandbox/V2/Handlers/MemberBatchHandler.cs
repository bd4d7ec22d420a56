using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>
/// Creates many members in the background, 100 at a time (documented). The type of the action and the form of its result are assumed.
/// </summary>
internal sealed class MemberBatchHandler(SandboxV2Options options, V2Locator locator, V2Store store, JobRegistry jobs)
{
    private const string Type = "LOYALTY.MEMBERS_CREATE";
    private const int BatchSize = 100;

    private readonly MemberReader _reader = new(options.MemberCreateShape);

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
            var batch = batches[i];
            store.Schedule(call.Now + (jobs.JobTime * (i + 1)), now => Create(batch, report, now));
        }

        return jobs.AddAction(new AsyncJobStart(Type, call.Id, call.Now) { Batches = batches.Count, WriteResult = report.Write });
    }

    private void Create(IEnumerable<JsonElement> batch, MemberBatchReport report, DateTimeOffset now)
    {
        foreach (var entry in batch)
        {
            report.Add(entry, Create(entry, report.Program, now, out var error), error);
        }
    }

    // An entry that cannot be created is skipped (documented). The words are assumed.
    private Member? Create(JsonElement entry, LoyaltyProgram program, DateTimeOffset now, out string? error)
    {
        error = "Payload must be object";
        if (entry.ValueKind != JsonValueKind.Object || !_reader.TryReadNew(entry, out var request, out error))
        {
            return null;
        }

        var customer = request.CustomerId is { } id
            ? store.Customers.FindById(id)
            : store.Customers.FindBySourceId(request.CustomerSourceId);
        error = customer is null ? "not_found" : store.Members.Find(program, customer) is null ? null : "member_already_exists";
        if (error is not null)
        {
            return null;
        }

        var member = store.Members.Add(program, customer!, now);
        (member.Status, member.Metadata) = (request.Status, request.Metadata);
        return member;
    }
}
