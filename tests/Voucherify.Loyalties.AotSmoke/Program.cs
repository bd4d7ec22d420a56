using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties;
using Voucherify.Loyalties.AotSmoke;
using Voucherify.Loyalties.V1;

// Makes every kind of call once in a native program, over a handler that needs no network.
var handler = new CannedHandler();
var services = new ServiceCollection();
var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
{
    ["Voucherify:AppId"] = "id",
    ["Voucherify:AppToken"] = "token",
    ["Voucherify:OAuthScopes:0"] = "loyalties",
    ["Voucherify:Ordering:AfterUnknown"] = "CloseCard",
    ["Voucherify:TotalTimeout"] = "00:00:30",
}).Build();
services.AddVoucherifyLoyalties(configuration.GetSection("Voucherify"))
    .ConfigurePrimaryHttpMessageHandler(() => handler);
await using var provider = services.BuildServiceProvider();
var client = provider.GetRequiredService<ILoyaltyClient>();

var result = await client.V1.Members.AdjustBalanceAsync("CARD", new AdjustBalanceRequest
{
    Points = 100,
    ExpirationType = PointsExpirationType.CustomDate,
    ExpirationDate = new DateOnly(2030, 12, 31),
    SourceId = "order-1",
});
Check(result is { Balance: 1100, SourceId: "order-1" }, "adjust");

var member = await client.V1.Members.GetMemberAsync("CARD", campaignId: "Program");
Check(member is { Id: "v_1", LoyaltyCard.Balance: 1100 }, "get member");

var types = new List<string>();
await foreach (var transaction in client.V1.Transactions.ListMemberTransactionsAsync("CARD", new ListMemberTransactionsQuery { Limit = 1 }))
{
    types.Add(transaction.Type?.Value ?? "");
}

Check(types is ["POINTS_ADDITION", "SOMETHING_NEW"], "list transactions");

try
{
    await client.V1.Members.GetMemberAsync("missing");
    Check(false, "a missing card");
}
catch (LoyaltyApiException error)
{
    Check(error.Key == LoyaltyErrorKeys.NotFound, "a missing card");
}

await client.OAuth.RevokeTokenAsync(new RevokeTokenRequest { AccessToken = "t" });
var webhook = """
    {"type":"voucher.loyalty_card.points_added","event":{"id":"ev_1"},"data":{"voucher":{"code":"CARD"},"balance":{"points":"50"}}}
    """u8.ToArray();
Check(LoyaltyWebhook.Verify(webhook, Convert.ToHexStringLower(HMACSHA256.HashData("secret"u8, webhook)), "secret"), "verify a webhook");
Check(
    LoyaltyWebhook.Parse(webhook) is PointsAddedWebhookEvent { EventId: "ev_1", Data: { Voucher.Code.Value: "CARD", Balance.Points: 50 } },
    "parse a webhook");

Check(await QueueSmoke.RunAsync(handler), "the queue");

Console.WriteLine($"NativeAOT: all calls work ({handler.Calls} requests).");

static void Check(bool holds, string what)
{
    if (!holds)
    {
        throw new InvalidOperationException($"NativeAOT: {what} failed.");
    }
}
