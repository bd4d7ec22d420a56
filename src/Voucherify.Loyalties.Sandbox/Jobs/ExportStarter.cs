using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>Starts exports.</summary>
internal sealed class ExportStarter(JobRegistry jobs, ServiceAddress address)
{
    /// <summary>Starts an export of the rows that are there now (assumed).</summary>
    /// <param name="call">The request.</param>
    /// <param name="definition">What the export contains.</param>
    /// <param name="find">Finds what is exported, or refuses the request. It is asked after the body was checked.</param>
    public SandboxResponse Start<T>(
        SandboxCall call,
        ExportDefinition<T> definition,
        Func<(ExportSource<T>? Source, SandboxResponse? Refusal)> find)
    {
        if (!RequestBody.TryReadObject(call, out var root, out var refusal))
        {
            return refusal;
        }

        JsonElement? parameters = root.TryGetProperty("parameters", out var json) ? json : null;
        if (!ExportQuery<T>.TryRead(parameters, definition, call.Now, out var query, out var problem))
        {
            return Errors.InvalidPayload(call, problem);
        }

        var (source, error) = find();
        if (source is null)
        {
            return error!;
        }

        var export = jobs.AddExport(
            definition.Kind,
            ExportParameters.WithFilter(parameters, source.Column, source.Id),
            query.ToCsv(source.Rows, definition.Value),
            call.Now);
        return JsonResponse.Object(writer => ExportJson.Write(writer, export, JobStage.Waiting, address.Value));
    }
}
