using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Escaping;

/// <summary>
/// Any id arrives as exactly one path segment, and decoding that segment once gives the id back. The tests read the raw target of a real
/// socket, since a decoded path no longer shows the difference.
/// </summary>
public sealed class PathEscapingTests : IAsyncLifetime
{
    private LoopbackServer _server = null!;
    private LoyaltyClient _client = null!;

    public static TheoryData<string> Ids =>
    [
        "MmFAzfDe",
        "a/b",
        "/",
        "//",
        "a/",
        "/a",
        "a/../b",
        "../b",
        "./b",
        "a/.",
        "a/..",
        "%",
        "100%",
        "%2F",
        "%2f",
        "a%2Fb",
        "%252F",
        "%zz",
        "%00",
        "+",
        "a+b",
        " ",
        "a b",
        " a ",
        "a  b",
        "..x",
        "x..",
        "...",
        ".x",
        "x.",
        "%2e%2ex",
        "a%2e%2e",
        @"a\b",
        @"\",
        @"..\b",
        "?",
        "a?b=c",
        "#",
        "a#b",
        ";",
        "a;b=c",
        ":",
        "a:b",
        "c:",
        "@",
        "a@b",
        "user:pw@host",
        "&",
        "=",
        "a&b=c",
        "$",
        "!",
        "*",
        "'",
        "(a)",
        "[a]",
        "{a}",
        "<a>",
        "|",
        "^",
        "`",
        "~",
        "\"", ",", "-", "_", "%E4", "\u00a0", "\u2028", "\ufeff",
        "é", "e\u0301", "ß", "İ", "zażółć", "日本語", "Ω", "Å", "ﬁ", "שלום",
        "a\u202eb", "a\u200fb", "a\u200db", "🎁", "👩‍👩‍👧", "\U0010ffff",
        "\ue000", "\uffff", "\ufdd0", "http://other.example/", "//other.example/x", "https:", "members", "balance", "a/balance?x=1#y",
    ];

    public async ValueTask InitializeAsync()
    {
        _server = await LoopbackServer.RespondingAsync(Responses.Balance());
        _client = LoopbackClient.For(_server.Address).Build();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public Task An_id_arrives_as_one_path_segment(string id) =>
        id.Trim().Length == 0 ? AssertRefusedAsync(id) : AssertArrivesAsync(id);

    [Fact]
    public Task A_long_id_arrives_as_one_path_segment() => AssertArrivesAsync(string.Concat(Enumerable.Repeat("a/%+ é🎁\\", 56))[..500]);

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("%2e%2e")]
    [InlineData("%2E.")]
    [InlineData("")]
    [InlineData("a\r\nX-Injected: 1")]
    public Task An_id_that_cannot_be_one_path_segment_is_never_sent(string id) => AssertRefusedAsync(id);

    [Fact]
    public async Task An_id_with_half_a_surrogate_pair_is_never_sent()
    {
        await AssertRefusedAsync("\ud83c");
        await AssertRefusedAsync("a\udf81b");
    }

    /// <summary>Calls each route with the id in each of its path parameters.</summary>
    private async Task AssertArrivesAsync(string id)
    {
        await CallAsync(id);

        var escaped = Uri.EscapeDataString(id);
        Assert.Equal(
            [
                ["v1", "loyalties", "members", escaped, "balance"],
                ["v1", "loyalties", escaped, "members", escaped, "balance"],
                ["v1", "loyalties", "members", escaped],
                ["v1", "loyalties", escaped, "members", escaped],
                ["v1", "loyalties", "members", escaped, "transactions"],
                ["v1", "loyalties", escaped, "members", escaped, "transactions"],
            ],
            _server.Requests.Select(SegmentsOf));
        Assert.Equal(id, Uri.UnescapeDataString(SegmentsOf(_server.Requests[0])[3]));
        Assert.All(_server.Requests, static request => Assert.DoesNotContain(request.RawTarget, static c => c is <= ' ' or >= (char)127));
    }

    private async Task AssertRefusedAsync(string id)
    {
        var stop = TestContext.Current.CancellationToken;
        var (members, transactions) = (_client.V1.Members, _client.V1.Transactions);
        Func<Task>[] calls =
        [
            () => members.AdjustBalanceAsync(id, new() { Points = 100 }, cancellationToken: stop),
            () => members.AdjustBalanceAsync("CARD", new() { Points = 100 }, id, cancellationToken: stop),
            () => members.GetMemberAsync(id, cancellationToken: stop),
            () => members.GetMemberAsync("CARD", id, cancellationToken: stop),
            () => transactions.ListMemberTransactionsPageAsync(id, cancellationToken: stop),
            () => transactions.ListMemberTransactionsPageAsync("CARD", campaignId: id, cancellationToken: stop),
        ];
        foreach (var call in calls)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(call);
        }

        Assert.Empty(_server.Requests);
    }

    private async Task CallAsync(string id)
    {
        var stop = TestContext.Current.CancellationToken;
        await _client.V1.Members.AdjustBalanceAsync(id, new() { Points = 100 }, cancellationToken: stop);
        await _client.V1.Members.AdjustBalanceAsync(id, new() { Points = 100 }, id, cancellationToken: stop);
        await _client.V1.Members.GetMemberAsync(id, cancellationToken: stop);
        await _client.V1.Members.GetMemberAsync(id, id, cancellationToken: stop);
        await _client.V1.Transactions.ListMemberTransactionsPageAsync(id, cancellationToken: stop);
        await _client.V1.Transactions.ListMemberTransactionsPageAsync(id, campaignId: id, cancellationToken: stop);
    }

    private static string[] SegmentsOf(ReceivedRequest request) => request.RawTarget.Split('/')[1..];
}
