using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Listing;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>Shows how far asynchronous actions are.</summary>
internal sealed class AsyncActionHandler(JobRegistry jobs)
{
    public SandboxResponse Get(SandboxCall call)
    {
        var id = call.RouteValues["asyncActionId"];
        return jobs.FindAction(id) is { } action
            ? JsonResponse.Object(writer => Write(writer, action, call.Now, withResult: true))
            : Errors.ResourceNotFound(call, "async_action", id);
    }

    /// <summary>Newest first (assumed), without results (documented), before <c>end_date</c> (documented).</summary>
    public SandboxResponse List(SandboxCall call)
    {
        if (!PageLimit.TryParse(call, out var limit))
        {
            return Errors.InvalidQueryParams(call, PageLimit.Problem);
        }

        var end = DateTimeOffset.MaxValue;
        if (call.Query("end_date") is { } value && !IsoTime.TryReadInstant(value, out end))
        {
            return Errors.InvalidQueryParams(call, "Property .end_date cannot be recognized as a ISO-8601 compliant date");
        }

        var rows = jobs.Actions.Where(action => action.CreatedAt < end).Reverse().ToList();
        return JsonResponse.Object(writer =>
        {
            ListResponse.WriteRows(
                writer,
                rows.Take(limit),
                (inner, action) => Write(inner, action, call.Now, withResult: false),
                "async_actions");
            writer.WriteBoolean("has_more", rows.Count > limit);
        });
    }

    private static void Write(Utf8JsonWriter writer, AsyncJob action, DateTimeOffset now, bool withResult)
    {
        var stage = JobRegistry.StageOf(action, now);
        var isDone = stage == JobStage.Done;
        writer.WriteString("id", action.Id);
        writer.WriteString("type", action.Type);
        writer.WriteString("status", stage switch
        {
            JobStage.Done => "DONE",
            JobStage.Running => "IN_PROGRESS",
            _ => "ENQUEUED",
        });

        // The status before the end is assumed.
        writer.WriteString("operation_status", (isDone, action.IsFailed) switch
        {
            (false, _) => "UNKNOWN",
            (true, true) => "FAILED",
            _ => "SUCCESS",
        });
        writer.WriteInstant("created_at", action.CreatedAt);
        writer.WriteInstant("updated_at", isDone ? action.CreatedAt + action.Duration : null);
        writer.WriteString("request_id", action.RequestId);
        writer.WriteNumber("processing_time", isDone ? (long)action.Duration.TotalMilliseconds : 0);
        writer.WriteNumber("progress", stage switch { JobStage.Done => 100, JobStage.Running => 50, _ => 0 });
        writer.WriteString("object", "async_action");
        if (withResult && isDone)
        {
            writer.WriteObject("result", action.WriteResult);
        }
    }
}
