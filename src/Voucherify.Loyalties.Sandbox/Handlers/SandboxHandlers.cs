using Voucherify.Loyalties.Sandbox.OAuth;

namespace Voucherify.Loyalties.Sandbox.Handlers;

/// <summary>Everything that answers a route.</summary>
internal sealed record SandboxHandlers(
    OAuthHandler OAuth,
    BalanceHandler Balance,
    MemberHandler Member,
    TransactionsHandler Transactions,
    TransferHandler Transfer,
    PendingPointsHandler PendingPoints,
    RedemptionHandler Redemption);
