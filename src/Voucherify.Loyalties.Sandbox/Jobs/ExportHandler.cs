using System.Text;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>Says how far an export is, and lets clients download its file.</summary>
internal sealed class ExportHandler(JobRegistry jobs, ServiceAddress address)
{
    /// <summary>Returns the export or, with a token, its file: the download hosts use the same path (documented).</summary>
    public SandboxResponse Get(SandboxCall call)
    {
        var id = call.RouteValues["exportId"];
        var export = jobs.FindExport(id);
        if (call.Query("token") is { } token)
        {
            return Download(call, export, token);
        }

        return export is null
            ? Errors.ResourceNotFound(call, "export", id)
            : JsonResponse.Object(writer => ExportJson.Write(writer, export, jobs.StageOf(export.CreatedAt, call.Now), address.Value));
    }

    // A wrong token is 401 (documented). So is a token for a file that is not finished, or that does not exist (assumed).
    private SandboxResponse Download(SandboxCall call, ExportJob? export, string token) =>
        export is not null
        && string.Equals(export.Token, token, StringComparison.Ordinal)
        && jobs.StageOf(export.CreatedAt, call.Now) == JobStage.Done
            ? new SandboxResponse(200, Encoding.UTF8.GetBytes(export.Csv)) { Headers = [new("Content-Type", "text/plain; charset=utf-8")] }
            : Errors.Unauthorized();
}
