using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>Work that the service does in the background. It owns no timer: how far it is follows from the clock.</summary>
internal sealed class JobRegistry(IdGenerator ids, TimeSpan jobTime)
{
    private readonly List<DeletionJob> _actions = [];
    private readonly Dictionary<string, ExportJob> _exports = new(StringComparer.Ordinal);

    /// <summary>How long each takes.</summary>
    public TimeSpan JobTime => jobTime;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<DeletionJob> Actions => _actions;

    public DeletionJob AddDeletion(int cards, string requestId, DateTimeOffset now)
    {
        var action = new DeletionJob(ids.NextAsyncActionId(), requestId, cards, now);
        _actions.Add(action);
        return action;
    }

    public ExportJob AddExport(string kind, JsonElement? parameters, string csv, DateTimeOffset now)
    {
        var export = new ExportJob(ids.NextExportId(), kind, parameters, csv, ids.NextDownloadToken(), now);
        _exports.Add(export.Id, export);
        return export;
    }

    public DeletionJob? FindAction(string id) => _actions.Find(action => string.Equals(action.Id, id, StringComparison.Ordinal));

    public ExportJob? FindExport(string id) => _exports.GetValueOrDefault(id);

    public JobStage StageOf(DateTimeOffset createdAt, DateTimeOffset now) => (now - createdAt) switch
    {
        var passed when passed >= jobTime => JobStage.Done,
        var passed when passed >= jobTime / 2 => JobStage.Running,
        _ => JobStage.Waiting,
    };
}
