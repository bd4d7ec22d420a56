namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>The tests that share the histories.</summary>
[CollectionDefinition(Name)]
public sealed class HistoryTestGroup : ICollectionFixture<SharedHistories>
{
    public const string Name = "histories";
}
