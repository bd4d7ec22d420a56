using System.Text.Json;
using Voucherify.Loyalties;
using Voucherify.Loyalties.AotSmoke;
using Voucherify.Loyalties.AotWebSmoke;
using Voucherify.Loyalties.V1;

// A minimal API whose own JSON context has the models of the package. It calls itself once over a socket.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ShopContext.Default));
builder.Services.AddVoucherifyLoyalties(static options => options.Credentials = LoyaltyCredentials.ApiKey("id", "token"))
    .ConfigurePrimaryHttpMessageHandler(static () => new CannedHandler());
await using var app = builder.Build();
app.Urls.Add("http://127.0.0.1:0");

app.MapGet("/cards/{card}", static (MemberId card, ILoyaltyClient client, CancellationToken stop) =>
    client.V1.Members.GetMemberAsync(card, stop));
app.MapPost("/cards/{card}/points", static (MemberId card, ILoyaltyClient client, CancellationToken stop) =>
    client.V1.Members.AdjustBalanceAsync(card, 100, "order-1", stop));
app.MapGet("/cards/{card}/transactions", static async (MemberId card, ILoyaltyClient client, CancellationToken stop) =>
{
    var transactions = new List<LoyaltyTransaction>();
    await foreach (var transaction in client.V1.Transactions.ListMemberTransactionsAsync(card, new() { Limit = 1 }, stop))
    {
        transactions.Add(transaction);
    }

    return transactions;
});
app.MapPost("/receipts", static (Receipt receipt) => receipt);
await app.StartAsync();

using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
var member = await http.GetFromJsonAsync("cards/CARD", ShopContext.Default.LoyaltyMember);
Check(member is { Id: "v_1", Balance: 1100 }, "a member");

var posted = await http.PostAsync(new Uri("cards/CARD/points", UriKind.Relative), content: null);
var result = await posted.Content.ReadFromJsonAsync(ShopContext.Default.BalanceResult);
Check(result is { Balance: 1100, SourceId: "order-1" }, "a balance");

var list = await http.GetFromJsonAsync("cards/CARD/transactions", ShopContext.Default.ListLoyaltyTransaction);
Check(list is [{ Type.Value: LoyaltyTransactionType.PointsAddition }, { Type.Value: "SOMETHING_NEW" }], "transactions");

var receipt = new Receipt("CARD", LoyaltyTransactionType.PointsAddition, LoyaltyDate.FromDate(new(2030, 1, 2)), new() { ["a"] = "b" });
var echoed = await http.PostAsJsonAsync("receipts", receipt, ShopContext.Default.Receipt);
var json = await echoed.Content.ReadAsStringAsync();
Check(json == """{"card":"CARD","type":"POINTS_ADDITION","day":"2030-01-02","metadata":{"a":"b"}}""", "a type of the API");
Check(
    JsonSerializer.Deserialize("\"2030-01-02\"", ShopContext.Default.LoyaltyDate).IsDay
    && JsonSerializer.Serialize(LoyaltyTransactionType.PointsRefund, ShopContext.Default.LoyaltyTransactionType) == "\"POINTS_REFUND\"",
    "a date and an open enum");

await app.StopAsync();
Console.WriteLine("NativeAOT: models work in the JSON context of a minimal API.");

static void Check(bool holds, string what)
{
    if (!holds)
    {
        throw new InvalidOperationException($"NativeAOT: {what} failed.");
    }
}
