using System.Globalization;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>The jobs that the service runs in the background. They own no timer: how far a job is follows from the clock.</summary>
internal sealed class JobRegistry(IdGenerator ids, TimeSpan jobTime)
{
    private readonly List<AsyncJob> _actions = [];
    private readonly Dictionary<string, ExportJob> _exports = new(StringComparer.Ordinal);

    /// <summary>How long each job takes.</summary>
    public TimeSpan JobTime => jobTime;

    /// <summary>The asynchronous actions, oldest first.</summary>
    public IReadOnlyList<AsyncJob> Actions => _actions;

    /// <summary>Starts the deletion of cards.</summary>
    public AsyncJob AddDeletion(int cards, string requestId, DateTimeOffset now) =>
        AddAction(new AsyncJobStart("CAMPAIGN.VOUCHERS_DELETE", requestId, now)
        {
            WriteResult = writer =>
            {
                // Word for word as in the example.
                writer.WriteString("message", string.Create(CultureInfo.InvariantCulture, $"Deleted {cards} vouchers."));
                writer.WriteNumber("done_count", cards);
            },
        });

    /// <summary>Starts an action.</summary>
    /// <param name="start">The action, which takes <see cref="JobTime"/> as often as its duration says.</param>
    public AsyncJob AddAction(AsyncJobStart start)
    {
        var action = new AsyncJob(ids.NextAsyncActionId(), start.Type, start.RequestId, start.At)
        {
            Duration = jobTime * start.Batches,
            IsFailed = start.IsFailed,
            WriteResult = start.WriteResult,
        };
        _actions.Add(action);
        return action;
    }

    public ExportJob AddExport(string kind, JsonElement parameters, string csv, DateTimeOffset now)
    {
        var export = new ExportJob
        {
            Id = ids.NextExportId(),
            Kind = kind,
            Parameters = parameters,
            Csv = csv,
            Token = ids.NextDownloadToken(),
            CreatedAt = now,
        };
        _exports.Add(export.Id, export);
        return export;
    }

    public AsyncJob? FindAction(string id) => _actions.Find(action => string.Equals(action.Id, id, StringComparison.Ordinal));

    public ExportJob? FindExport(string id) => _exports.GetValueOrDefault(id);

    public JobStage StageOf(DateTimeOffset createdAt, DateTimeOffset now) => StageOf(createdAt, jobTime, now);

    public static JobStage StageOf(AsyncJob action, DateTimeOffset now) => StageOf(action.CreatedAt, action.Duration, now);

    private static JobStage StageOf(DateTimeOffset createdAt, TimeSpan duration, DateTimeOffset now) => (now - createdAt) switch
    {
        var passed when passed >= duration => JobStage.Done,
        var passed when passed >= duration / 2 => JobStage.Running,
        _ => JobStage.Waiting,
    };
}
