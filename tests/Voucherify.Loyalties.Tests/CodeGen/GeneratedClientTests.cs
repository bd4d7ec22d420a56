using System.Net;
using System.Text;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.CodeGen;

public sealed class GeneratedClientTests : IDisposable
{
    private const string FirstPage = """{"data":[{"id":"vtx_1"},{"id":"vtx_2"}],"has_more":true,"more_starting_after":"vtx_2"}""";
    private const string LastPage = """{"data":[{"id":"vtx_3"}],"has_more":false}""";

    private readonly Recorder _recorder = new();
    private readonly LoyaltyClient _client;

    public GeneratedClientTests() => _client = new TestClientBuilder().WithHandler(_recorder).Build();

    [Fact]
    public async Task A_call_without_a_campaign_uses_the_short_route()
    {
        _recorder.Answers.Enqueue("""{"code":"m","loyalty_card":{"balance":7}}""");

        var member = await _client.V1.Members.GetMemberAsync("m");

        Assert.Equal(7, member.LoyaltyCard!.Balance);
        Assert.Equal(["GET /v1/loyalties/members/m"], _recorder.Targets);
    }

    [Fact]
    public async Task A_call_with_a_campaign_uses_the_campaign_route()
    {
        _recorder.Answers.Enqueue("{}");

        await _client.V1.Members.GetMemberAsync("m", "Loyalty Campaign");

        Assert.Equal(["GET /v1/loyalties/Loyalty%20Campaign/members/m"], _recorder.Targets);
    }

    [Fact]
    public async Task A_list_enumerates_all_pages_of_its_query()
    {
        _recorder.Answers.Enqueue(FirstPage);
        _recorder.Answers.Enqueue(LastPage);

        var ids = new List<string?>();
        await foreach (var transaction in _client.V1.Transactions.ListMemberTransactionsAsync("m", new() { Limit = 2 }, "c"))
        {
            ids.Add(transaction.Id);
        }

        Assert.Equal(["vtx_1", "vtx_2", "vtx_3"], ids);
        Assert.Equal(
            [
                "GET /v1/loyalties/c/members/m/transactions?limit=2",
                "GET /v1/loyalties/c/members/m/transactions?limit=2&starting_after_id=vtx_2",
            ],
            _recorder.Targets);
    }

    [Fact]
    public async Task A_page_is_one_call()
    {
        _recorder.Answers.Enqueue(FirstPage);

        var page = await _client.V1.Transactions.ListMemberTransactionsPageAsync("m");

        Assert.Equal("vtx_2", page.MoreStartingAfter);
        Assert.Single(_recorder.Targets);
    }

    [Fact]
    public void A_call_refuses_swapped_ids_at_once_and_sends_nothing()
    {
        const string Voucher = "v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF";
        var members = _client.V1.Members;

        Assert.Throws<ArgumentException>("memberId", () => { _ = members.GetMemberAsync("camp_1", "ANNA"); });
        Assert.Throws<ArgumentException>("campaignId", () => { _ = members.ListPointBucketsAsync("ANNA", Voucher); });
        Assert.Throws<ArgumentException>("receivingMemberId", () => { _ = members.TransferPointsAsync("camp_1", "ANNA", []); });
        Assert.Throws<ArgumentException>("memberId", () => { _ = members.AdjustBalanceAsync(default, new() { Points = 1 }); });
        Assert.Empty(_recorder.Targets);
    }

    [Fact]
    public async Task A_call_with_an_absent_campaign_id_uses_the_short_route()
    {
        _recorder.Answers.Enqueue("{}");

        await _client.V1.Members.GetMemberAsync("m", new LoyaltyMember().CampaignId);

        Assert.Equal(["GET /v1/loyalties/members/m"], _recorder.Targets);
    }

    [Fact]
    public void A_call_checks_its_arguments_at_once_and_sends_nothing()
    {
        Assert.Throws<ArgumentException>("memberId", () => { _ = _client.V1.Members.GetMemberAsync(".."); });
        Assert.Throws<ArgumentException>("campaignId", () => { _ = _client.V1.Members.GetMemberAsync("m", " "); });
        var transactions = _client.V1.Transactions;
        Assert.Throws<ArgumentException>("memberId", () => { _ = transactions.ListMemberTransactionsAsync(string.Empty); });
        Assert.Throws<ArgumentOutOfRangeException>(
            "query.Limit",
            () => { _ = transactions.ListMemberTransactionsAsync("m", new() { Limit = 0 }); });
        Assert.Throws<ArgumentNullException>("request", () => { _ = _client.OAuth.CreateTokenAsync(null!); });
        Assert.Empty(_recorder.Targets);
    }

    public void Dispose()
    {
        _client.Dispose();
        _recorder.Dispose();
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public Queue<string> Answers { get; } = new();

        public List<string> Targets { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Targets.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(Answers.Dequeue(), Encoding.UTF8, "application/json"),
            });
        }
    }
}
