namespace Voucherify.Loyalties.Tests.CodeGen.Fixture;

/// <summary>The hand-written part that the generated part completes.</summary>
public sealed partial class LoyaltyClient : ILoyaltyClient
{
    private readonly ClientParts _parts;

    internal LoyaltyClient(ClientParts parts) => _parts = parts;
}
