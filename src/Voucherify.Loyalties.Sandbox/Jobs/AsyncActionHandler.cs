using System.Globalization;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Listing;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>Says how far work in the background is.</summary>
internal sealed class AsyncActionHandler(JobRegistry jobs)
{
    public SandboxResponse Get(SandboxCall call)
    {
        var id = call.RouteValues["asyncActionId"];
        return jobs.FindAction(id) is { } action
            ? JsonResponse.Of(200, writer => Write(writer, action, call.Now, withResult: true))
            : Errors.ResourceNotFound(call, "async_action", id);
    }

    /// <summary>Newest first (A), without results (D), before <c>end_date</c> (D).</summary>
    public SandboxResponse List(SandboxCall call)
    {
        if (!CursorQuery.TryParseLimit(call.Target.Query.Find("limit"), out var limit))
        {
            return Errors.InvalidQueryParams(call, "Property .limit must be an integer from 1 to 100");
        }

        var end = DateTimeOffset.MaxValue;
        if (call.Target.Query.Find("end_date") is { } text && !IsoTime.TryReadInstant(text, out end))
        {
            return Errors.InvalidQueryParams(call, "Property .end_date cannot be recognized as a ISO-8601 compliant date");
        }

        var rows = jobs.Actions.Where(action => action.CreatedAt < end).Reverse().ToList();
        return JsonResponse.Of(200, writer =>
        {
            ListResponse.WriteRows(writer, [.. rows.Take(limit)], (inner, action) => Write(inner, action, call.Now, withResult: false), "async_actions");
            writer.WriteBoolean("has_more", rows.Count > limit);
        });
    }

    private void Write(Utf8JsonWriter writer, DeletionJob action, DateTimeOffset now, bool withResult)
    {
        var stage = jobs.StageOf(action.CreatedAt, now);
        var isDone = stage == JobStage.Done;
        writer.WriteString("id", action.Id);
        writer.WriteString("type", "CAMPAIGN.VOUCHERS_DELETE");
        writer.WriteString("status", stage switch { JobStage.Done => "DONE", JobStage.Running => "IN_PROGRESS", _ => "ENQUEUED" });

        // A: what it says before the end.
        writer.WriteString("operation_status", isDone ? "SUCCESS" : "UNKNOWN");
        writer.WriteInstant("created_at", action.CreatedAt);
        writer.WriteInstant("updated_at", isDone ? action.CreatedAt + jobs.JobTime : null);
        writer.WriteString("request_id", action.RequestId);
        writer.WriteNumber("processing_time", isDone ? (long)jobs.JobTime.TotalMilliseconds : 0);
        writer.WriteNumber("progress", stage switch { JobStage.Done => 100, JobStage.Running => 50, _ => 0 });
        writer.WriteString("object", "async_action");
        if (withResult && isDone)
        {
            writer.WriteObject("result", result =>
            {
                // E, word for word.
                result.WriteString("message", string.Create(CultureInfo.InvariantCulture, $"Deleted {action.Cards} vouchers."));
                result.WriteNumber("done_count", action.Cards);
            });
        }
    }
}
