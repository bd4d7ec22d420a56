using System.Runtime.CompilerServices;
using System.Text.Json;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>
/// The connection pool of .NET repeats a POST or DELETE without content by itself when a reused connection breaks before the response. The
/// server may have applied it by then, so no write of the client may be sent without content.
/// </summary>
public sealed class BodylessWriteTests : IDisposable
{
    private const int Calls = 20;

    /// <summary>The call of each write without a body, by its operation in the document.</summary>
    private static readonly Dictionary<string, Func<LoyaltyClient, string, CancellationToken, Task>> Cases = new()
    {
        ["activate-member-pending-points"] = static (client, card, stop) => client.V1.PendingPoints.ActivatePendingPointsAsync(
            card, "lopp_1", cancellationToken: stop),
        ["delete-earning-rule"] = static (client, rule, stop) => client.V1.EarningRules.DeleteEarningRuleAsync(
            "camp_1", rule, cancellationToken: stop),
        ["delete-loyalty-program"] = static (client, campaign, stop) => client.V1.Campaigns.DeleteCampaignAsync(
            campaign, cancellationToken: stop),
        ["disable-earning-rule"] = static (client, rule, stop) => client.V1.EarningRules.DisableEarningRuleAsync(
            "camp_1", rule, cancellationToken: stop),
        ["enable-earning-rule"] = static (client, rule, stop) => client.V1.EarningRules.EnableEarningRuleAsync(
            "camp_1", rule, cancellationToken: stop),
        ["cancel-member-pending-points"] = static (client, card, stop) => client.V1.PendingPoints.CancelPendingPointsAsync(
            card, "lopp_1", cancellationToken: stop),
        ["delete-reward-assignment-1"] = static (client, id, stop) => client.V1.Rewards.DeleteRewardAssignmentAsync(
            "camp_1", id, cancellationToken: stop),
    };

    private readonly CancellationTokenSource _patience = TestTimeout.Source();

    public static MatrixTheoryData<string, bool> Writes => new(BodylessWritesOfTheDocument().ToArray(), [false, true]);

    private CancellationToken Stop => _patience.Token;

    public void Dispose() => _patience.Dispose();

    [Fact]
    public void Every_bodyless_write_of_the_document_is_tested() =>
        Assert.Equal(BodylessWritesOfTheDocument().Order(StringComparer.Ordinal), Cases.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_bodyless_write_arrives_once_when_its_reused_connection_breaks(string operation, bool resets)
    {
        await using var server = new ClosingServer(Responses.Member, resets);

        // The retries of idempotent writes by the client must not hide those of the pool.
        using var client = LoopbackClient.For(server.Address).Configure(static options => options.Retry.MaxRetries = 0).Build();

        for (var call = 0; call < Calls; call++)
        {
            // Each call has its own id, since a card with an unknown outcome delays its next call.
            var id = $"ID-{Responses.Text(call)}";
            await client.V1.Members.GetMemberAsync(id, cancellationToken: Stop);
            await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => Cases[operation](client, id, Stop));
        }

        Assert.Equal(Calls, server.Writes.Count);
        Assert.Equal(Calls, server.Writes.DistinctBy(static write => write.Path).Count());
        Assert.All(server.Writes, static write => Assert.True(write.Position > 1, $"{write} came on a new connection."));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task The_connection_pool_of_NET_repeats_a_write_without_content(string method)
    {
        // If a later version of .NET no longer does this, this test fails, and the one above proves nothing any more.
        // It happens when the server closes the connection in order. After a reset, .NET 10 does not repeat the request.
        await using var server = new ClosingServer(Responses.Member, resets: false);
        using var http = new HttpClient { BaseAddress = server.Address };

        for (var call = 0; call < Calls; call++)
        {
            using var answer = await http.GetAsync(new Uri("/card", UriKind.Relative), Stop);
            using var write = new HttpRequestMessage(new HttpMethod(method), $"/{Responses.Text(call)}");
            await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(write, Stop));
        }

        Assert.True(server.Writes.Count > Calls, $"{server.Writes.Count} requests arrived for {Calls} calls.");
    }

    private static IEnumerable<string> BodylessWritesOfTheDocument()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathToTheDocument()));
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            var operations = path.Value.EnumerateObject();
            foreach (var operation in operations.Where(static member => member.Name is "post" or "put" or "patch" or "delete"))
            {
                if (!operation.Value.TryGetProperty("requestBody", out _))
                {
                    yield return operation.Value.GetProperty("operationId").GetString()!;
                }
            }
        }
    }

    private static string PathToTheDocument([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Voucherify.Loyalties", "OpenApi", "loyalties.json");
}
