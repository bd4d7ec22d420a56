using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Validation;

public sealed class AdjustBalanceRequestTests
{
    public static TheoryData<string, AdjustBalanceRequest> Refused { get; } = new()
    {
        { "Points", new AdjustBalanceRequest { Points = 0 } },
        { "Points", new AdjustBalanceRequest { Points = 9_007_199_254_740_992 } },
        { "Points", new AdjustBalanceRequest { Points = long.MinValue } },
        { "ExpirationDate", new AdjustBalanceRequest { Points = 1, ExpirationType = PointsExpirationType.CustomDate } },
        { "ExpirationDate", new AdjustBalanceRequest { Points = 1, ExpirationDate = new DateOnly(2030, 1, 1) } },
        {
            "ExpirationDate",
            new AdjustBalanceRequest
            {
                Points = 1,
                ExpirationType = PointsExpirationType.NonExpiring,
                ExpirationDate = new DateOnly(2030, 1, 1),
            }
        },
        { "SourceId", new AdjustBalanceRequest { Points = 1, SourceId = " " } },
        { "control character", new AdjustBalanceRequest { Points = 1, SourceId = "order\r\n1" } },
        { "control character", new AdjustBalanceRequest { Points = 1, SourceId = "order\0" } },
        { "white space", new AdjustBalanceRequest { Points = 1, SourceId = " order-1" } },
        { "white space", new AdjustBalanceRequest { Points = 1, SourceId = "order-1\u00a0" } },
        { "white space", new AdjustBalanceRequest { Points = 1, SourceId = "order-1\n" } },
        { "combining mark", new AdjustBalanceRequest { Points = 1, SourceId = "cafe\u0301" } },
        { "combining mark", new AdjustBalanceRequest { Points = 1, SourceId = "\u0915\u093e" } },
        { "combining mark", new AdjustBalanceRequest { Points = 1, SourceId = "a\u20dd" } },
        { "combining mark", new AdjustBalanceRequest { Points = 1, SourceId = "x\ud834\udd65" } },
        { "256 characters", new AdjustBalanceRequest { Points = 1, SourceId = new string('x', 256) } },
        { "surrogate", new AdjustBalanceRequest { Points = 1, SourceId = "x\ud83d" } },
        { "surrogate", new AdjustBalanceRequest { Points = 1, SourceId = "\ude00x" } },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task An_invalid_adjustment_is_refused_before_anything_is_sent(string named, AdjustBalanceRequest request)
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => test.Client.V1.Members.AdjustBalanceAsync("CARD", request));

        Assert.Equal("request", error.ParamName);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, test.Attempts);
    }

    [Theory]
    [InlineData("order 1/2 \u00e4 \ud83d\ude00 % \"")]
    [InlineData(255)]
    public async Task A_valid_source_id_is_sent_unchanged(object id)
    {
        var sourceId = id as string ?? new string('x', (int)id);
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));

        await test.Client.V1.Members.AdjustBalanceAsync("CARD", new AdjustBalanceRequest { Points = 100, SourceId = sourceId });

        using var body = System.Text.Json.JsonDocument.Parse(test.Handler.Requests.Single().Body!);
        Assert.Equal(sourceId, body.RootElement.GetProperty("source_id").GetString());
    }

    [Fact]
    public async Task An_adjustment_without_a_request_is_refused()
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));

        await Assert.ThrowsAsync<ArgumentNullException>(() => test.Client.V1.Members.AdjustBalanceAsync("CARD", null!));
    }

    [Fact]
    public async Task An_expiration_date_in_the_past_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));
        var request = new AdjustBalanceRequest
        {
            Points = 100,
            ExpirationType = PointsExpirationType.CustomDate,
            ExpirationDate = new DateOnly(2020, 1, 1),
        };

        await test.Client.V1.Members.AdjustBalanceAsync("CARD", request, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task The_result_of_an_adjustment_has_the_source_id_that_was_sent()
    {
        using var test = new ScriptedClient(Steps.Ok(Steps.BalanceJson));

        var given = await test.AdjustAsync(TestContext.Current.CancellationToken);
        var generated = await test.Clock.RunToEnd(
            test.Client.V1.Members.AdjustBalanceAsync("CARD", new AdjustBalanceRequest { Points = 100 }));

        Assert.Equal("order-1", given.SourceId);
        Assert.Contains(generated.SourceId!, test.Handler.Requests[1].Body, StringComparison.Ordinal);
    }
}
