using System.Net;
using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The documented examples of adjustments and errors: their bytes on the wire, and every field of the response.</summary>
public sealed class BalanceExampleTests : StubbedTests
{
    [Fact]
    public async Task The_documented_removal_of_100_points_returns_the_documented_balance()
    {
        Expect(Exchange.Post(
            BalancePath,
            """
            {"points":100,"total":13436,"balance":13136,"type":"loyalty_card","object":"balance",
            "related_object":{"type":"voucher","id":"v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF"}}
            """));

        var result = await Connect().V1.Members.AdjustBalanceAsync(
            MemberId, new() { Points = -100, SourceId = "order-1" }, cancellationToken: Stop);

        Assert.Equal("""{"points":-100,"source_id":"order-1"}""", (await Server.RequestAsync()).Body);
        Assert.Equal(
            new BalanceResult
            {
                Points = 100,
                Amount = null,
                Total = 13436,
                Balance = 13136,
                Type = BalanceType.LoyaltyCard,
                Object = "balance",
                RelatedObject = new() { Type = "voucher", Id = "v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF" },
                OperationType = null,
                SourceId = "order-1",
            },
            result);
    }

    [Fact]
    public async Task A_balance_can_name_its_kind_of_operation()
    {
        Expect(Exchange.Post(
            BalancePath,
            """
            {"points":-100,"total":13436,"balance":13136,"type":"loyalty_card","object":"balance","operation_type":"MANUAL",
            "related_object":{"type":"voucher","id":"v_1"}}
            """));

        var result = await Connect().V1.Members.AdjustBalanceAsync(MemberId, new() { Points = -100 }, cancellationToken: Stop);

        Assert.Equal(OperationType.Manual, result.OperationType);
        Assert.Equal(-100, result.Points);
    }

    [Fact]
    public async Task A_balance_with_unknown_fields_and_values_is_read()
    {
        Expect(Exchange.Post(
            BalancePath,
            """
            {"points":"100","total":"9007199254740993","balance":"13136","type":"stamp_card","operation_type":null,
            "related_object":null,"novelty":{"a":[1]}}
            """));

        var result = await Connect().V1.Members.AdjustBalanceAsync(MemberId, new() { Points = 100 }, cancellationToken: Stop);

        Assert.Equal((100, 9_007_199_254_740_993, 13136), (result.Points, result.Total, result.Balance));
        Assert.Equal(new BalanceType("stamp_card"), result.Type);
        Assert.Null(result.OperationType);
        Assert.Null(result.RelatedObject);
        Assert.Null(result.Object);
    }

    [Fact]
    public async Task The_documented_addition_with_a_date_is_sent_with_a_source_id()
    {
        var request = await AdjustAsync(new()
        {
            Points = 100,
            ExpirationType = PointsExpirationType.CustomDate,
            ExpirationDate = new(2023, 5, 30),
            SourceId = "order-1",
        });

        Assert.Equal(
            """{"points":100,"expiration_type":"CUSTOM_DATE","expiration_date":"2023-05-30","source_id":"order-1"}""", request.Body);
    }

    [Fact]
    public async Task The_documented_400_response_is_an_exception_with_all_its_fields()
    {
        Expect(Exchange.Post(
            BalancePath,
            """
            {"code":400,"key":"invalid_payload","message":"Invalid payload",
            "details":"Property .expiration_date cannot be recognized as a ISO-8601 compliant date",
            "request_id":"v-0c118c6f7c0e6751ab"}
            """,
            400));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => Connect().V1.Members.AdjustBalanceAsync(MemberId, new() { Points = 100 }, cancellationToken: Stop));

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal(
            new ApiError
            {
                Code = 400,
                Key = LoyaltyErrorKeys.InvalidPayload,
                Message = "Invalid payload",
                Details = "Property .expiration_date cannot be recognized as a ISO-8601 compliant date",
                RequestId = "v-0c118c6f7c0e6751ab",
            },
            error.Error);
        Assert.Equal(("invalid_payload", "v-0c118c6f7c0e6751ab", null), (error.Key, error.RequestId, error.CustomMessage));
        Assert.Equal(
            "Voucherify responded with 400 invalid_payload: Invalid payload. "
            + "Property .expiration_date cannot be recognized as a ISO-8601 compliant date (request v-0c118c6f7c0e6751ab)",
            error.Message);
    }

    [Fact]
    public async Task An_error_response_with_every_field_keeps_every_field()
    {
        Expect(Exchange.Post(
            BalancePath,
            """
            {"code":404,"key":"not_found","message":"Resource not found","details":"Cannot find voucher with id MmFAzfDe",
             "request_id":"v-0ffd717a332d7dc9e8","resource_id":"MmFAzfDe","resource_type":"voucher",
             "error":{"message":"No such card, sorry"}}
            """,
            404));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => Connect().V1.Members.AdjustBalanceAsync(MemberId, new() { Points = 100 }, cancellationToken: Stop));

        Assert.Equal(
            new ApiError
            {
                Code = 404,
                Key = LoyaltyErrorKeys.NotFound,
                Message = "Resource not found",
                Details = "Cannot find voucher with id MmFAzfDe",
                RequestId = "v-0ffd717a332d7dc9e8",
                ResourceId = "MmFAzfDe",
                ResourceType = "voucher",
                Error = new ApiErrorReason { Message = "No such card, sorry" },
            },
            error.Error);
        Assert.Equal("No such card, sorry", error.CustomMessage);
    }
}
