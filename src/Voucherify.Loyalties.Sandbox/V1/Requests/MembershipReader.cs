using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>Reads the body that adds a member to a campaign: the customer, and the code of the card if a certain one is wanted.</summary>
internal static class MembershipReader
{
    public static bool TryRead(
        SandboxCall call,
        [NotNullWhen(true)] out CustomerReference? customer,
        out string? code,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (customer, code) = (null, null);
        if (!RequestBody.TryReadObject(call, out var root, out refusal))
        {
            return false;
        }

        if (!CustomerReference.TryRead(root, out customer, out var problem)
            || !JsonBody.TryReadString(root, "voucher", out code, out problem))
        {
            refusal = Errors.InvalidPayload(call, problem!);
        }

        return refusal is null;
    }
}
