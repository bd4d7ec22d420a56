using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>Reads the body of an adjustment of pending points.</summary>
internal sealed class PendingAdjustmentReader(SandboxV1Options options)
{
    public bool TryRead(SandboxCall call, out long points, [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        points = 0;
        if (!RequestBody.TryReadObject(call, out var root, out refusal))
        {
            return false;
        }

        if (!JsonBody.TryReadInteger(root, "points", out points, out var problem))
        {
            refusal = Errors.InvalidPayload(call, problem!);
        }
        else if (points == 0 && options.ZeroPoints == SandboxPolicy.Reject)
        {
            refusal = Errors.InvalidPayload(call, "Property .points must not be 0");
        }

        return refusal is null;
    }
}
