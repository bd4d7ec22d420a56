using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.TestSupport;

/// <summary>An adjustment by 100 points, as the tests of both versions make it.</summary>
internal abstract class Adjustment
{
    public const string SourceId = "order-1";

    public const long Points = 100;

    public static ApiVersion[] Versions { get; } = Enum.GetValues<ApiVersion>();

    /// <summary>The member whose points change.</summary>
    public abstract string MemberId { get; }

    /// <summary>The path of its request.</summary>
    public abstract string Path { get; }

    /// <summary>The response of a service that has applied it.</summary>
    public abstract string Response { get; }

    /// <summary>Responses with which a service seems to accept it, but that do not say what was applied.</summary>
    public abstract IReadOnlyList<string> IncompleteResponses { get; }

    /// <summary>A list of transactions without any.</summary>
    public abstract string EmptyList { get; }

    /// <summary>A list of transactions with the one that it leaves.</summary>
    public abstract string ListWithIt { get; }

    public static Adjustment Of(ApiVersion version) => version == ApiVersion.V1 ? new BalanceAdjustment() : new CardAdjustment();

    /// <summary>Makes the call.</summary>
    /// <returns>Whether it was found in the transactions.</returns>
    public abstract Task<bool> MakeAsync(
        LoyaltyClient client, CancellationToken cancellationToken, RequestOptions? options = null, string sourceId = SourceId);

    /// <summary>Returns the points of the adjustment that an error reports.</summary>
    public abstract long? PointsIn(LoyaltyOutcomeUnknownException error);

    /// <summary>A balance adjustment of version 1.</summary>
    private sealed class BalanceAdjustment : Adjustment
    {
        public override string MemberId => "CARD";

        public override string Path => "/v1/loyalties/members/CARD/balance";

        public override string Response =>
            """{"points":100,"total":300,"balance":300,"type":"loyalty_card","object":"balance","operation_type":"MANUAL"}""";

        public override IReadOnlyList<string> IncompleteResponses =>
        [
            """{"points":100,"total":200}""", """{"points":100,"balance":"many"}""", """{"points":100,"balance":200""",
            """{"points":5,"balance":999}""",
        ];

        public override string EmptyList => """{"object":"list","data":[],"has_more":false}""";

        public override string ListWithIt =>
            """
            {"object":"list","data":[{"id":"vtx_1","source_id":"order-1","type":"POINTS_ADDITION",
            "details":{"balance":{"balance":600,"points":100}}}],"has_more":false}
            """;

        public override async Task<bool> MakeAsync(
            LoyaltyClient client, CancellationToken cancellationToken, RequestOptions? options, string sourceId)
        {
            var result = await client.V1.Members.AdjustBalanceAsync(
                MemberId, new() { Points = Points, SourceId = sourceId }, options: options, cancellationToken: cancellationToken);
            return result.Recovered;
        }

        public override long? PointsIn(LoyaltyOutcomeUnknownException error) => error.Adjustment?.Points;
    }

    /// <summary>An adjustment of the points on a card, in version 2.</summary>
    private sealed class CardAdjustment : Adjustment
    {
        private const string Row =
            """
            {"id":"lctx_1","card_id":"lcrd_3","type":"ADMIN_CREDIT","status":"APPROVED","created_at":"2026-01-15T12:00:00.000Z",
            "details":{"points":{"total":100},"reason":"[#order-1]"}}
            """;

        public override string MemberId => "lmbr_2";

        public override string Path => "/v2/loyalties/programs/lprg_1/members/lmbr_2/cards/lcrd_3/points";

        public override string Response => $$"""{"transaction":{{Row}}}""";

        public override IReadOnlyList<string> IncompleteResponses =>
        [
            """{"transaction":null}""", """{"transaction":{"type":"ADMIN_CREDIT","status":"APPROVED"}}""",
            """{"transaction":{"id":"lctx_1","status":"APPROVED"}}""", $$"""{"transaction":{{Row}}""",
            Response.Replace("100", "5", StringComparison.Ordinal),
        ];

        public override string EmptyList => """{"data":[],"cursor":null}""";

        public override string ListWithIt => $$"""{"data":[{{Row}}],"cursor":null}""";

        public override async Task<bool> MakeAsync(
            LoyaltyClient client, CancellationToken cancellationToken, RequestOptions? options, string sourceId)
        {
            var result = await client.V2.Cards.AdjustCardPointsAsync(
                "lprg_1", MemberId, "lcrd_3", new() { Points = Points, SourceId = sourceId }, options, cancellationToken);
            return result.Recovered;
        }

        public override long? PointsIn(LoyaltyOutcomeUnknownException error) => (error.Pending as PendingAdjustment)?.Points;
    }
}
