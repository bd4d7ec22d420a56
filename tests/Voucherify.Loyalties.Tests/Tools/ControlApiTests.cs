using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.Tests.Tools;

/// <summary>The control API of <c>voucherify-sandbox</c>, over HTTP.</summary>
public sealed class ControlApiTests
{
    private const string Points = "/v1/loyalties/members/ANNA/balance";

    [Fact]
    public async Task A_seed_an_adjustment_and_the_journal_are_reached_by_plain_HTTP()
    {
        await using var tool = await SandboxTool.StartAsync();

        var seeded = await tool.SendAsync(HttpMethod.Post, "/_sandbox/seed", SeedFile.Everything);
        var adjusted = await tool.SendAsync(HttpMethod.Post, Points, """{"points":100,"source_id":"order-1"}""");
        var journal = await tool.GetAsync("/_sandbox/journal");
        var rest = await tool.GetAsync("/_sandbox/journal?after=1");

        Assert.Equal((200, 200), (seeded.Status, adjusted.Status));
        Assert.Equal("Club", (string?)seeded.Json!["programs"]![0]!["name"]);
        Assert.Equal(600, (long)(await tool.GetAsync("/_sandbox/v1/cards/ANNA"))["balance"]!);
        Assert.Equal(("order-1", 100), ((string?)journal[0]!["source_id"], (long)journal[0]!["points"]!));
        Assert.Empty(rest.AsArray());
        Assert.Equal(1, (int)(await tool.GetAsync("/_sandbox/requests"))["POST /v1/loyalties/members/{memberId}/balance"]!);
    }

    [Fact]
    public async Task Members_of_v2_are_shown_with_their_cards_and_transactions()
    {
        await using var tool = await SandboxTool.StartAsync();
        await tool.SendAsync(HttpMethod.Post, "/_sandbox/seed", SeedFile.Everything);
        var member = (await tool.GetAsync("/_sandbox/v2/members"))[0]!;
        var (program, id, card) = ((string)member["program_id"]!, (string)member["id"]!, (string)member["cards"]![0]!["id"]!);

        await tool.SendAsync(
            HttpMethod.Post, $"/v2/loyalties/programs/{program}/members/{id}/cards/{card}/points", """{"points":30}""");

        var shown = await tool.GetAsync($"/_sandbox/v2/members/{id}");
        var transactions = (await tool.GetAsync($"/_sandbox/v2/cards/{card}/transactions")).AsArray();
        Assert.Equal("anna", (string?)shown["customer_source_id"]);
        Assert.Equal(30, (long)Assert.Single(transactions)!["points"]!);
        Assert.Equal(150, (long)shown["cards"]![0]!["balance"]!);
        Assert.Equal(404, (await tool.SendAsync(HttpMethod.Get, "/_sandbox/v2/members/lmbr_none")).Status);
        Assert.Equal(404, (await tool.SendAsync(HttpMethod.Get, "/_sandbox/v2/cards/lcrd_none/transactions")).Status);
        Assert.Equal(404, (await tool.SendAsync(HttpMethod.Get, "/_sandbox/v1/cards/none")).Status);
    }

    [Fact]
    public async Task A_reset_returns_to_the_seed_the_faults_and_the_clock_of_the_command_line()
    {
        var seed = Path.GetTempFileName();
        await File.WriteAllTextAsync(seed, SeedFile.Everything);
        await using var tool = await SandboxTool.StartAsync(
            "--seed", seed, "--fault", "server-error-before=0", "--fault", "drip=0.25", "--clock", "2026-01-15T12:00:00Z");
        File.Delete(seed);
        var before = (await tool.GetAsync("/_sandbox/v2/members")).ToJsonString();

        await tool.SendAsync(HttpMethod.Post, Points, """{"points":100}""");
        await tool.SendAsync(HttpMethod.Post, "/_sandbox/clock/advance", """{"seconds":60}""");
        await tool.SendAsync(HttpMethod.Delete, "/_sandbox/faults");
        var reset = await tool.SendAsync(HttpMethod.Post, "/_sandbox/reset");

        Assert.Equal(204, reset.Status);
        Assert.Equal(500, (long)(await tool.GetAsync("/_sandbox/v1/cards/ANNA"))["balance"]!);
        Assert.Equal(before, (await tool.GetAsync("/_sandbox/v2/members")).ToJsonString());
        Assert.Equal(0.25, (double)(await tool.GetAsync("/_sandbox/faults"))["probabilities"]!["drip"]!);
        Assert.Equal("2026-01-15T12:00:00+00:00", (string?)(await tool.GetAsync("/_sandbox/clock"))["now"]);
        Assert.Empty((await tool.GetAsync("/_sandbox/requests")).AsObject());
        Assert.Empty((await tool.GetAsync("/_sandbox/journal")).AsArray());
    }

    [Fact]
    public async Task A_lost_reply_is_a_lost_response()
    {
        await using var tool = await SandboxTool.StartAsync("--fault", "lose-reply=0.25");

        Assert.Equal(0.25, (double)(await tool.GetAsync("/_sandbox/faults"))["probabilities"]!["lose-response"]!);
    }

    [Fact]
    public async Task A_standing_clock_moves_only_when_it_is_advanced()
    {
        await using var tool = await SandboxTool.StartAsync("--clock", "2026-01-15T12:00:00Z", "--apply-lag", "5");
        await tool.SendAsync(HttpMethod.Post, "/_sandbox/seed", SeedFile.Everything);

        await tool.SendAsync(HttpMethod.Post, Points, """{"points":100}""");
        var before = (long)(await tool.GetAsync("/_sandbox/v1/cards/ANNA"))["balance"]!;
        var advanced = await tool.SendAsync(HttpMethod.Post, "/_sandbox/clock/advance", """{"seconds":5}""");
        var after = (long)(await tool.GetAsync("/_sandbox/v1/cards/ANNA"))["balance"]!;

        Assert.Equal((500, 600), (before, after));
        Assert.Equal("2026-01-15T12:00:05+00:00", (string?)advanced.Json!["now"]);
    }

    [Fact]
    public async Task Faults_are_set_counted_and_cleared()
    {
        await using var tool = await SandboxTool.StartAsync();
        await tool.SendAsync(HttpMethod.Post, "/_sandbox/seed", SeedFile.Everything);

        var set = await tool.SendAsync(
            HttpMethod.Put, "/_sandbox/faults", """{"probabilities":{"server-error-before":1},"seed":7}""");
        var failed = await tool.SendAsync(HttpMethod.Post, Points, """{"points":100}""");
        var counted = await tool.GetAsync("/_sandbox/faults");
        var cleared = await tool.SendAsync(HttpMethod.Delete, "/_sandbox/faults");
        await tool.SendAsync(HttpMethod.Post, "/_sandbox/faults/next", """{"fault":"conflict"}""");
        var next = await tool.SendAsync(HttpMethod.Post, Points, """{"points":100}""");
        var last = await tool.SendAsync(HttpMethod.Post, Points, """{"points":100}""");

        Assert.Equal((7, 1.0), ((int)set.Json!["seed"]!, (double)set.Json["probabilities"]!["server-error-before"]!));
        Assert.Equal((500, 1), (failed.Status, (int)counted["counts"]!["server-error-before"]!));
        Assert.Empty(cleared.Json!["probabilities"]!.AsObject());
        Assert.Equal((409, 200), (next.Status, last.Status));
    }

    [Theory]
    [InlineData("PUT", "/_sandbox/faults", """{"probabilities":{"lose-everything":1}}""", "There is no fault 'lose-everything'")]
    [InlineData("PUT", "/_sandbox/faults", """{"probabilities":{"drip":2}}""", "must be from 0 to 1")]
    [InlineData("PUT", "/_sandbox/faults", """{"probability":1}""", "probability")]
    [InlineData("POST", "/_sandbox/faults/next", """{"fault":"drip","times":0}""", "'times' must be")]
    [InlineData("POST", "/_sandbox/clock/advance", """{"seconds":-1}""", "'seconds' must be")]
    [InlineData("POST", "/_sandbox/clock/advance", "{", "The body is not valid")]
    [InlineData("POST", "/_sandbox/clock/advance", "null", "must be an object")]
    [InlineData("POST", "/_sandbox/seed", "{\n\"v1\":{\"cards\":[{}]}}", "Line 2, v1.cards[0].code: The member is missing.")]
    [InlineData("GET", "/_sandbox/journal?after=x", null, "'after' must be")]
    public async Task An_invalid_request_gets_400_with_what_is_wrong(string method, string path, string? body, string problem)
    {
        await using var tool = await SandboxTool.StartAsync();

        var (status, json) = await tool.SendAsync(new HttpMethod(method), path, body);

        Assert.Equal(400, status);
        Assert.Contains(problem, (string?)json!["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_describes_exactly_the_routes()
    {
        await using var tool = await SandboxTool.StartAsync();
        var document = await tool.GetAsync("/_sandbox/openapi.json");
        var (_, unknown) = await tool.SendAsync(HttpMethod.Get, "/_sandbox/unknown");

        var routes = ((string)unknown!["error"]!).Split("There are: ")[1].TrimEnd('.').Split(", ");
        var described = document["paths"]!.AsObject().SelectMany(static path =>
            path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));
        Assert.Equal(routes.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    /// <summary>Every response has the members that the document names for it, and no others.</summary>
    [Theory]
    [InlineData("/_sandbox", "Status")]
    [InlineData("/_sandbox/clock", "Clock")]
    [InlineData("/_sandbox/faults", "Faults")]
    [InlineData("/_sandbox/v1/cards/ANNA", "Card")]
    [InlineData("/_sandbox/v1/cards/ANNA#buckets", "Bucket")]
    [InlineData("/_sandbox/v2/members", "Member")]
    [InlineData("/_sandbox/v2/members#cards", "MemberCard")]
    [InlineData("/_sandbox/journal", "Effect")]
    [InlineData("seed", "SeedResult")]
    [InlineData("seed#programs", "Program")]
    [InlineData("seed#members", "SeededMember")]
    [InlineData("seed#campaigns", "Campaign")]
    [InlineData("seed#rewards", "Reward")]
    public async Task A_response_has_the_members_of_the_document(string path, string schema)
    {
        await using var tool = await SandboxTool.StartAsync();
        var seeded = (await tool.SendAsync(HttpMethod.Post, "/_sandbox/seed", SeedFile.Everything)).Json!;
        await tool.SendAsync(HttpMethod.Post, Points, """{"points":100}""");
        var document = await tool.GetAsync("/_sandbox/openapi.json");

        var parts = path.Split('#');
        var json = First(parts[0] == "seed" ? seeded : await tool.GetAsync(parts[0]));
        json = parts.Length > 1 ? First(json[parts[1]]!) : json;

        Assert.Equal(Names(document["components"]!["schemas"]![schema]!["properties"]!), Names(json));
    }

    [Fact]
    public async Task A_route_without_the_method_gets_405_and_a_body_of_another_type_415()
    {
        await using var tool = await SandboxTool.StartAsync();

        var method = await tool.SendAsync(HttpMethod.Get, "/_sandbox/reset");
        using var text = new StringContent("""{"seconds":1}""", System.Text.Encoding.UTF8, "text/plain");
        using var type = await tool.Client.PostAsync("/_sandbox/clock/advance", text);

        Assert.Equal((405, 415), (method.Status, (int)type.StatusCode));
    }

    private static JsonNode First(JsonNode json) => json is JsonArray array ? array[0]! : json;

    private static IEnumerable<string> Names(JsonNode json) =>
        json.AsObject().Select(static member => member.Key).Order(StringComparer.Ordinal);
}
