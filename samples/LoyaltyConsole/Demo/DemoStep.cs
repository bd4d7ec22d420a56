using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Demo;

/// <summary>One adjustment of the demo.</summary>
internal sealed record DemoStep(string Card, AdjustBalanceRequest Request);
