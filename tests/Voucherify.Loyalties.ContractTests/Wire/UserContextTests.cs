using System.Text.Json;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>Models in a context that a user made. This project sees no internals of the package, like a user's.</summary>
public sealed class UserContextTests
{
    private const string Transaction = """
        {"id":"vtx_1","source_id":"order-1","campaign_id":"camp_1","type":"SOMETHING_NEW",
        "details":{"balance":{"points":"100","balance":1e2,"object":"balance"},"order":{"id":"ord_1"}},"created_at":"2026-01-02T03:04:05Z"}
        """;

    [Fact]
    public void A_transaction_survives_a_round_trip()
    {
        var read = JsonSerializer.Deserialize(Transaction, ShopContext.Default.LoyaltyTransaction)!;
        var again = JsonSerializer.Deserialize(
            JsonSerializer.Serialize(read, ShopContext.Default.LoyaltyTransaction), ShopContext.Default.LoyaltyTransaction);

        Assert.Equal(read, again);
        Assert.Equal(("SOMETHING_NEW", "camp_1", "ord_1"), (read.Type?.Value, read.CampaignId.Value, read.OrderId));
        Assert.Equal((100, 100), (read.Points, read.Balance));
    }

    [Fact]
    public void What_the_client_adds_to_a_balance_survives_a_round_trip()
    {
        var result = new BalanceResult { Points = 5, Balance = 10, Type = "loyalty_card", SourceId = "order-1", Recovered = true };

        var json = JsonSerializer.Serialize(result, ShopContext.Default.BalanceResult);

        Assert.Equal("""{"points":5,"balance":10,"type":"loyalty_card","source_id":"order-1","recovered":true}""", json);
        Assert.Equal(result, JsonSerializer.Deserialize(json, ShopContext.Default.BalanceResult));
    }

    [Fact]
    public void Members_of_a_users_own_type_survive_a_round_trip()
    {
        var receipt = new Receipt(
            "ANNA",
            LoyaltyTransactionType.PointsAddition,
            null,
            LoyaltyDate.FromDate(new(2026, 1, 2)),
            new() { ["ANNA"] = TransactionOrder.IdDescending },
            PriorAttempt.Unknown);

        var json = JsonSerializer.Serialize(receipt, ShopContext.Default.Receipt);
        var read = JsonSerializer.Deserialize(json, ShopContext.Default.Receipt)!;

        Assert.StartsWith("""{"card":"ANNA","type":"POINTS_ADDITION","other":null,"day":"2026-01-02","orders":{"ANNA":"-id"},""", json);
        Assert.Equal(receipt with { Orders = read.Orders }, read);
        Assert.Equal(receipt.Orders, read.Orders);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void A_value_without_content_is_empty(string json)
    {
        Assert.False(JsonSerializer.Deserialize(json, ShopContext.Default.LoyaltyDate).IsDay);
        Assert.Empty(JsonSerializer.Deserialize(json, ShopContext.Default.LoyaltyTransactionType).Value);
    }

    [Fact]
    public void Requests_and_unions_are_written_as_the_service_reads_them()
    {
        var request = new RedeemRewardRequest { Reward = "rew_mug", Metadata = new() { ["a"] = "b" } };

        Assert.Equal(
            """{"reward":{"id":"rew_mug"},"metadata":{"a":"b"}}""",
            JsonSerializer.Serialize(request, ShopContext.Default.RedeemRewardRequest));
        Assert.Equal(
            """{"kind":"tomorrow"}""",
            JsonSerializer.Serialize(
                JsonSerializer.Deserialize("""{"kind":"tomorrow"}""", ShopContext.Default.EarningRulePoints)!,
                ShopContext.Default.EarningRulePoints));
    }

    [Fact]
    public void Reflection_reads_the_same() =>
        Assert.Equal(
            JsonSerializer.Deserialize(Transaction, ShopContext.Default.LoyaltyTransaction),
            JsonSerializer.Deserialize<LoyaltyTransaction>(Transaction));
}
