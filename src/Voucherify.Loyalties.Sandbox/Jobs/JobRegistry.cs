using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>The jobs that the service runs in the background. They own no timer: how far a job is follows from the clock.</summary>
internal sealed class JobRegistry(IdGenerator ids, TimeSpan jobTime)
{
    private readonly List<DeletionJob> _deletions = [];
    private readonly Dictionary<string, ExportJob> _exports = new(StringComparer.Ordinal);

    /// <summary>How long each job takes.</summary>
    public TimeSpan JobTime => jobTime;

    /// <summary>The deletions, oldest first.</summary>
    public IReadOnlyList<DeletionJob> Deletions => _deletions;

    public DeletionJob AddDeletion(int cards, string requestId, DateTimeOffset now)
    {
        var deletion = new DeletionJob(ids.NextAsyncActionId(), requestId, cards, now);
        _deletions.Add(deletion);
        return deletion;
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

    public DeletionJob? FindDeletion(string id) =>
        _deletions.Find(deletion => string.Equals(deletion.Id, id, StringComparison.Ordinal));

    public ExportJob? FindExport(string id) => _exports.GetValueOrDefault(id);

    public JobStage StageOf(DateTimeOffset createdAt, DateTimeOffset now) => (now - createdAt) switch
    {
        var passed when passed >= jobTime => JobStage.Done,
        var passed when passed >= jobTime / 2 => JobStage.Running,
        _ => JobStage.Waiting,
    };
}
