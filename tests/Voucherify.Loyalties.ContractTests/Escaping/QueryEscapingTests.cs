using System.Net;
using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Escaping;

/// <summary>Any query value arrives unchanged, whether or not the server decodes a plus sign as a space.</summary>
public sealed class QueryEscapingTests : IAsyncLifetime
{
    private LoopbackServer _server = null!;
    private LoyaltyClient _client = null!;

    // An empty cursor is an id that a response lacked: it is refused.
    public static TheoryData<string> Cursors => [.. Values.Select(static row => row.Data).Where(static value => value.Length > 0)];

    public static TheoryData<string> Values =>
    [
        "vtx_1",
        "a&b",
        "&limit=1",
        "=",
        "a=b",
        "+",
        "a+b",
        "a b",
        " ",
        "%",
        "%2B",
        "%26",
        "#",
        "a#b",
        "?",
        "/",
        "../",
        "é",
        "日本語",
        "🎁",
        "\r\n",
        "\"",
        "[0]",
        "a;b", ",", "'", "\\", "\ufeff", "a\u202eb", "\uffff", "$is", "",
    ];

    public async ValueTask InitializeAsync()
    {
        _server = await LoopbackServer.RespondingAsync(Responses.EmptyList);
        _client = LoopbackClient.For(_server.Address).Build();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Cursors))]
    public async Task A_cursor_arrives_unchanged(string value)
    {
        var pairs = await ListAsync(new() { Limit = 7, StartingAfterId = value });

        Assert.Equal([("limit", "7"), ("starting_after_id", value)], pairs);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_filter_value_arrives_unchanged(string value)
    {
        var pairs = await ListAsync(
            new() { Filters = new() { Id = new() { Is = value, In = [value, "vtx_2"] }, Junction = new Junction(value) } });

        Assert.Equal(
            [
                ("filters[id][conditions][$in][0]", value),
                ("filters[id][conditions][$in][1]", "vtx_2"),
                ("filters[id][conditions][$is]", value),
                ("filters[junction]", value),
            ],
            pairs);
    }

    [Fact]
    public async Task An_id_with_query_characters_does_not_change_the_query()
    {
        await _client.V1.Transactions.ListMemberTransactionsPageAsync(
            "a?limit=1#",
            new() { StartingAfterId = "/x" },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("/v1/loyalties/members/a%3Flimit%3D1%23/transactions?starting_after_id=%2Fx", _server.Requests.Single().RawTarget);
    }

    [Fact]
    public async Task The_cursor_of_each_page_arrives_unchanged_in_the_next_request()
    {
        var pages = new Queue<string>(
        [
            """{"data":[{"id":"a&b=c+d"}],"has_more":true,"more_starting_after":"a&b=c+d"}""",
            """{"data":[{"id":"é/🎁"}],"has_more":true}""",
            """{"data":[{"id":"last"}],"has_more":false}""",
        ]);
        await using var server = await LoopbackServer.StartAsync(context => LoopbackServer.RespondAsync(context, pages.Dequeue()));
        using var client = LoopbackClient.For(server.Address).Build();

        var stop = TestContext.Current.CancellationToken;
        await foreach (var _ in client.V1.Transactions.ListMemberTransactionsAsync("CARD", cancellationToken: stop))
        {
        }

        Assert.Equal(
            [[("limit", "100")], [("limit", "100"), ("starting_after_id", "a&b=c+d")], [("limit", "100"), ("starting_after_id", "é/🎁")]],
            server.Requests.Select(static request => Pairs(request, WebUtility.UrlDecode)));
    }

    private async Task<List<(string Name, string Value)>> ListAsync(ListMemberTransactionsQuery query)
    {
        await _client.V1.Transactions.ListMemberTransactionsPageAsync(
            "CARD", query, cancellationToken: TestContext.Current.CancellationToken);
        var request = _server.Requests.Single();
        Assert.DoesNotContain(request.RawTarget, static c => c is <= ' ' or >= (char)127);
        var pairs = Pairs(request, WebUtility.UrlDecode);
        Assert.Equal(pairs, Pairs(request, Uri.UnescapeDataString));
        return pairs;
    }

    private static List<(string Name, string Value)> Pairs(ReceivedRequest request, Func<string, string> decode) =>
        request.RawTarget.Split('?', 2) is [_, var query]
            ? [.. query.Split('&').Select(static pair => pair.Split('=', 2)).Select(pair => (decode(pair[0]), decode(pair[1])))]
            : [];
}
