using Voucherify.Loyalties.Internal;

namespace Voucherify.Loyalties;

/// <summary>Voucherify's Loyalties API.</summary>
public sealed partial class LoyaltyClient : ILoyaltyClient
{
    private readonly LoyaltyTransport _transport;

    internal LoyaltyClient(LoyaltyTransport transport) => _transport = transport;
}
