using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Creates programs together with what is assigned to them.</summary>
internal sealed class ProgramHandler(ProgramCatalog configuration, ProgramAssigner assigner)
{
    public SandboxResponse Create(SandboxCall call)
    {
        if (!ProgramReader.TryRead(call, out var root, out var assignments, out var refusal))
        {
            return refusal;
        }

        var status = JsonBody.FindString(root, "status") ?? ResourceStatus.Draft;
        if (assigner.RefuseNew(call, assignments, status == ResourceStatus.Active) is { } refused)
        {
            return refused;
        }

        var program = configuration.Programs.Add(JsonBody.FindString(root, "name")!, call.Now);
        ConfigReader.Apply(root, program, configuration.PartIds(call.Now));
        program.Status = status;
        foreach (var (kind, items) in assignments)
        {
            foreach (var item in items)
            {
                assigner.Assign(program, kind, item, call.Now);
            }
        }

        return ProgramJson.RespondCreated(program, ProgramReader.Lists);
    }
}
