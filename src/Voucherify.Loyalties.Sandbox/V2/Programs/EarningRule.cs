namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>What members earn points for.</summary>
internal sealed class EarningRule(string id, string name, DateTimeOffset createdAt)
    : ConfigResource(ResourceKinds.EarningRule, id, name, createdAt);
