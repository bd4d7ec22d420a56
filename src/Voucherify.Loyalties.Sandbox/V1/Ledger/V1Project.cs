namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>What the v1 API knows about the project.</summary>
/// <param name="AppId">The id of the key, which activities name.</param>
/// <param name="ListLag">How much later than its effect a transaction is listed.</param>
internal sealed record V1Project(string AppId, TimeSpan ListLag);
