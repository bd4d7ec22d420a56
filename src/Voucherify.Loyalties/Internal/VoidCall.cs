namespace Voucherify.Loyalties.Internal;

/// <summary>A call that is answered without a body.</summary>
internal sealed class VoidCall(LoyaltyOperation operation, Func<Task<HttpRequestMessage>> build, CallSettings settings)
    : LoyaltyCall(operation, build, settings)
{
    public override bool HasAnswer => false;

    public override bool TryRead(ReadOnlySpan<byte> body) => true;
}
