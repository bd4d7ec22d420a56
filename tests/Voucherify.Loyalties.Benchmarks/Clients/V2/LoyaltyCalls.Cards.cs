using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The part for version 2.</summary>
internal abstract partial class LoyaltyCalls : ICardBenchClient
{
    private static readonly RequestOptions Accepted = new() { WaitUntil = WriteCompletion.Accepted };

    public Task RecordPointAsync(string member, string sourceId) => AdjustAsync(member, sourceId, Accepted);

    public Task ApplyPointAsync(string member, string sourceId) => AdjustAsync(member, sourceId, options: null);

    private Task<PointsAdjustment> AdjustAsync(string member, string sourceId, RequestOptions? options)
    {
        var request = new AdjustCardPointsRequest { Points = 1, SourceId = sourceId };
        return client.V2.Cards.AdjustCardPointsAsync(CardAddress.Program, member, CardAddress.Card, request, options);
    }
}
