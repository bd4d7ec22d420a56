using System.Globalization;
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
        return jobs.FindDeletion(id) is { } deletion
            ? JsonResponse.Object(writer => Write(writer, deletion, call.Now, withResult: true))
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

        var rows = jobs.Deletions.Where(deletion => deletion.CreatedAt < end).Reverse().ToList();
        return JsonResponse.Object(writer =>
        {
            ListResponse.WriteRows(
                writer,
                rows.Take(limit),
                (inner, deletion) => Write(inner, deletion, call.Now, withResult: false),
                "async_actions");
            writer.WriteBoolean("has_more", rows.Count > limit);
        });
    }

    private void Write(Utf8JsonWriter writer, DeletionJob deletion, DateTimeOffset now, bool withResult)
    {
        var stage = jobs.StageOf(deletion.CreatedAt, now);
        var isDone = stage == JobStage.Done;
        writer.WriteString("id", deletion.Id);
        writer.WriteString("type", "CAMPAIGN.VOUCHERS_DELETE");
        writer.WriteString("status", stage switch
        {
            JobStage.Done => "DONE",
            JobStage.Running => "IN_PROGRESS",
            _ => "ENQUEUED",
        });

        // The status before the end is assumed.
        writer.WriteString("operation_status", isDone ? "SUCCESS" : "UNKNOWN");
        writer.WriteInstant("created_at", deletion.CreatedAt);
        writer.WriteInstant("updated_at", isDone ? deletion.CreatedAt + jobs.JobTime : null);
        writer.WriteString("request_id", deletion.RequestId);
        writer.WriteNumber("processing_time", isDone ? (long)jobs.JobTime.TotalMilliseconds : 0);
        writer.WriteNumber("progress", stage switch { JobStage.Done => 100, JobStage.Running => 50, _ => 0 });
        writer.WriteString("object", "async_action");
        if (withResult && isDone)
        {
            writer.WriteObject("result", result =>
            {
                // Word for word as in the example.
                result.WriteString("message", string.Create(CultureInfo.InvariantCulture, $"Deleted {deletion.Cards} vouchers."));
                result.WriteNumber("done_count", deletion.Cards);
            });
        }
    }
}
