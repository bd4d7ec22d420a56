using Voucherify.Loyalties.Tests.Performance;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(MeasuresFirst.Orderer))]

namespace Voucherify.Loyalties.Tests.Performance;

/// <summary>
/// Tests that measure the allocations of a thread. They run before the others that run alone: after a test with a web host in this process,
/// a call on the in-memory connection no longer finds the connection of the call before, and opens another one.
/// </summary>
[CollectionDefinition(nameof(MeasuresFirst), DisableParallelization = true)]
public sealed class MeasuresFirst
{
    /// <summary>Puts that collection first.</summary>
    public sealed class Orderer : ITestCollectionOrderer
    {
        public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
            IReadOnlyCollection<TTestCollection> testCollections)
            where TTestCollection : ITestCollection =>
            [.. testCollections.OrderByDescending(static one => one.TestCollectionDisplayName == nameof(MeasuresFirst))];
    }
}
