using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>Starts exports.</summary>
internal sealed class ExportStarter(JobRegistry jobs, ServiceAddress address)
{
    /// <summary>Starts an export of the rows that are there now (assumed).</summary>
    /// <param name="call">The request.</param>
    /// <param name="definition">What the export contains.</param>
    /// <param name="find">Finds the rows, in ascending order, or refuses the request. It is asked after the body was checked.</param>
    public SandboxResponse Start<T>(
        SandboxCall call,
        ExportDefinition<T> definition,
        Func<(IReadOnlyList<T>? Rows, SandboxResponse? Refusal)> find)
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

        var (rows, error) = find();
        if (rows is null)
        {
            return error!;
        }

        var export = jobs.AddExport(definition.Kind, parameters, query.ToCsv(rows, definition.Value), call.Now);
        return JsonResponse.Object(writer => ExportJson.Write(writer, export, JobStage.Waiting, address.Value));
    }
}
