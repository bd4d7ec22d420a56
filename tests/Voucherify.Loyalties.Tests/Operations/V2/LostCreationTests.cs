using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Operations.V2;

/// <summary>New configuration is looked for by its name after a lost response, because a second request would create another.</summary>
public sealed class LostCreationTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly CreateProgramRequest Club = new()
    {
        Name = "Club",
        StartDate = new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)),
        Metadata = new() { ["shop"] = "Berlin", ["floors"] = 2 },
    };

    public static TheoryData<string> Kinds { get; } = ["program", "card definition", "earning rule", "reward", "tier structure", "tier"];

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_created_is_found_after_a_lost_response(string kind)
    {
        using var rig = Rig();
        var structure = await StructureAsync(rig);
        rig.Strike(SandboxFault.LoseResponse);

        var created = await CreateAsync(rig, kind, structure);

        Assert.True(created.Recovered);
        Assert.Equal(created.Id, Assert.Single(await ListAsync(rig, kind, structure)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_not_created_is_created_once_the_first_request_can_no_longer_arrive(string kind)
    {
        using var rig = Rig();
        var structure = await StructureAsync(rig);
        rig.Strike(SandboxFault.LoseRequest);
        var began = rig.Clock.GetUtcNow();

        var created = await CreateAsync(rig, kind, structure);

        Assert.False(created.Recovered);
        Assert.Equal(created.Id, Assert.Single(await ListAsync(rig, kind, structure)));
        Assert.InRange(rig.Clock.GetUtcNow() - began, Window, 2 * Window);
    }

    [Fact]
    public async Task A_request_that_arrives_late_is_found()
    {
        using var rig = Rig();
        rig.Sandbox.Faults.MinLateDelivery = rig.Sandbox.Faults.MaxLateDelivery = TimeSpan.FromSeconds(5);
        rig.Strike(SandboxFault.DeliverLate);

        var created = await CreateAsync(rig, "program");

        Assert.True(created.Recovered);
        Assert.Single(await ListAsync(rig, "program"));
    }

    [Fact]
    public async Task An_older_one_with_the_same_name_is_another()
    {
        using var rig = Rig();
        var older = await CreateAsync(rig, "program");
        rig.Clock.Advance(TimeSpan.FromMinutes(2));
        rig.Strike(SandboxFault.LoseRequest);

        var created = await CreateAsync(rig, "program");

        Assert.False(created.Recovered);
        Assert.Equal([created.Id, older.Id], await ListAsync(rig, "program"));
    }

    [Fact]
    public async Task A_program_is_found_with_what_is_assigned_to_it()
    {
        using var rig = Rig();
        var card = await CreateAsync(rig, "card definition");
        rig.Strike(SandboxFault.LoseResponse);

        var program = await rig.Run(rig.Client.V2.Programs.CreateProgramAsync(Club with { CardDefinitions = [card.Id] }, Token));

        Assert.True(program.Recovered);
        Assert.Null(program.CardDefinitions);
        var assigned = rig.Client.V2.Assignments.ListCardDefinitionAssignmentsAsync(program.Id, Token);
        Assert.Equal(card.Id, (await rig.Run(assigned.ToListAsync(Token).AsTask()))[0].CardDefinitionId.Value);
    }

    [Fact]
    public async Task Without_the_time_for_the_window_the_outcome_is_unknown_and_nothing_is_sent_again()
    {
        using var rig = new CardRig(configure: static options => options.Reconciliation.OutcomeTimeout = TimeSpan.FromSeconds(15));
        rig.Strike(SandboxFault.LoseRequest);

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => CreateAsync(rig, "program"));

        Assert.Equal((1, 3), (rig.Posts, rig.Reads));
    }

    [Theory]
    [InlineData("""{"id":"lprg_1","name":"Club","metadata":{"shop":"Berlin"}}""", "lprg_1")]
    [InlineData("""{"id":"lprg_1","name":"Club"}""", "lprg_1")]
    [InlineData(Wanted + "," + """{"id":"lprg_2","name":"Club"}""", "lprg_1, lprg_2")]
    public async Task What_may_be_it_is_named_and_nothing_is_sent_again(string rows, string ids)
    {
        using var test = Scripted([Steps.LoseConnection()], Page(rows));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => CreateAsync(test));

        Assert.EndsWith($"What has the same name, and may be it: {ids}.", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Posts(test));
    }

    [Fact]
    public async Task The_content_may_come_in_other_formats_and_with_more_members()
    {
        using var test = Scripted([Steps.LoseConnection()], Page($$"""{"id":"lprg_9","name":"Other"},{{Wanted}}"""));

        var program = await CreateAsync(test);

        Assert.Equal(("lprg_1", true), (program.Id.Value, program.Recovered));
        Assert.Equal("limit=100", test.Handler.Requests[1].Uri.Query.TrimStart('?'));
    }

    [Fact]
    public async Task A_list_that_is_not_in_order_is_read_to_its_end()
    {
        using var test = Scripted(
            [Steps.LoseConnection()],
            Steps.Respond(
                HttpStatusCode.OK,
                """
                {"data":[{"id":"lprg_7","name":"Old","created_at":"2020-01-01T00:00:00Z"},
                {"id":"lprg_8","name":"Old","created_at":"2020-01-02T00:00:00Z"}],"cursor":{"next":"c"}}
                """,
                ("Date", "Thu, 01 Jan 2026 00:00:00 GMT")),
            Page(Wanted));

        var program = await CreateAsync(test);

        Assert.True(program.Recovered);
    }

    [Fact]
    public async Task A_list_from_a_cache_proves_nothing()
    {
        using var test = Scripted(
            [Steps.LoseConnection()], Steps.Respond(HttpStatusCode.OK, """{"data":[],"cursor":null}""", ("Age", "5")));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => CreateAsync(test));

        Assert.EndsWith("The list that was read is an old one.", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Posts(test));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_read_again_and_a_refused_one_is_not()
    {
        using var failing = Scripted([Steps.LoseConnection()], Steps.Respond(HttpStatusCode.BadGateway), Page(Wanted));
        using var refused = Scripted(
            [Steps.LoseConnection()], Steps.Respond(HttpStatusCode.Forbidden, """{"code":403,"key":"forbidden"}"""));

        Assert.True((await CreateAsync(failing)).Recovered);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => CreateAsync(refused));
        Assert.Equal(2, refused.Attempts);
    }

    [Fact]
    public async Task The_refusal_of_the_second_request_is_thrown_if_nothing_was_created()
    {
        var refusal = Steps.Respond(HttpStatusCode.BadRequest, """{"code":400,"key":"invalid_payload","message":"No"}""");
        using var test = Scripted([Steps.LoseConnection(), refusal], Page(""));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => CreateAsync(test));

        Assert.Equal("invalid_payload", error.Key);
        Assert.Equal(2, Posts(test));
    }

    [Fact]
    public async Task The_request_is_sent_twice_at_most()
    {
        using var test = Scripted([Steps.LoseConnection()], Page(""));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => CreateAsync(test));

        Assert.Equal(2, Posts(test));
    }

    [Fact]
    public async Task Without_reconciliation_nothing_is_looked_for()
    {
        using var test = new ScriptedClient(
            static builder => builder.Configure(static options => options.Reconciliation.Enabled = false), Steps.LoseConnection());

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => CreateAsync(test));

        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task A_caller_who_gives_up_learns_that_it_may_have_been_created()
    {
        using var cancellation = new CancellationTokenSource();
        using var test = Scripted([Steps.LoseConnection()], (_, _) =>
        {
            cancellation.Cancel();
            throw new OperationCanceledException(cancellation.Token);
        });

        await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(
            () => test.Clock.RunToEnd(test.Client.V2.Programs.CreateProgramAsync(Club, cancellation.Token)));
    }

    private const string Wanted =
        """
        {"id":"lprg_1","name":"Club","status":"DRAFT","start_date":"2025-12-31T23:00:00.000Z","end_date":null,
        "metadata":{"floors":2.0,"shop":"Berlin","more":1},"object":"program"}
        """;

    private static CardRig Rig() => new(configure: static options =>
    {
        options.Reconciliation.ServiceErrorWindow = Window / 2;
        options.Reconciliation.NoAnswerWindow = Window;
        options.TotalTimeout = TimeSpan.FromMinutes(5);
    });

    private static ScriptedClient Scripted(Step[] writes, params Step[] reads) => new(
        static builder => builder.Configure(static options => options.TotalTimeout = TimeSpan.FromMinutes(10)),
        Steps.ByMethod(writes, reads));

    private static Step Page(string rows) => Steps.Ok($$"""{"data":[{{rows}}],"cursor":null}""");

    private static int Posts(ScriptedClient test) => test.Handler.Requests.Count(static request => request.Method == HttpMethod.Post);

    private static Task<LoyaltyProgram> CreateAsync(ScriptedClient test) =>
        test.Clock.RunToEnd(test.Client.V2.Programs.CreateProgramAsync(Club, Token));

    private static async Task<string> StructureAsync(CardRig rig) => (await CreateAsync(rig, "tier structure", "none", "Of the tiers")).Id;

    private static async Task<(string Id, bool Recovered)> CreateAsync(
        CardRig rig, string kind, string structure = "none", string name = "Club")
    {
        var v2 = rig.Client.V2;
        switch (kind)
        {
            case "program":
                var program = await rig.Run(v2.Programs.CreateProgramAsync(Club, Token));
                return (program.Id.Value, program.Recovered);
            case "card definition":
                var card = await rig.Run(v2.CardDefinitions.CreateCardDefinitionAsync(
                    new() { Name = name, CodeConfig = new() { Length = 9 }, Metadata = Club.Metadata }, Token));
                return (card.Id.Value, card.Recovered);
            case "earning rule":
                var rule = await rig.Run(v2.EarningRules.CreateEarningRuleAsync(
                    new()
                    {
                        Name = name,
                        Trigger = EarningRuleTrigger.OrderPaid,
                        Earnings = [new() { Effects = [EarningEffect.PerOrderAmount("lcdef_1", every: 100, points: 1)] }],
                    },
                    Token));
                return (rule.Id.Value, rule.Recovered);
            case "reward":
                var reward = await rig.Run(v2.Rewards.CreateRewardAsync(
                    new()
                    {
                        Name = name,
                        Type = RewardType.Material,
                        Material = new() { Type = MaterialType.Product, Product = new() { Id = "prod_1" } },
                        Costs = [RewardCost.InPoints("lcdef_1", 50)],
                    },
                    Token));
                return (reward.Id.Value, reward.Recovered);
            case "tier structure":
                var tiers = await rig.Run(v2.TierStructures.CreateTierStructureAsync(
                    new() { Name = name, Type = TierStructureType.PointBalance, PointBalance = new() { CardDefinitionId = "lcdef_1" } },
                    Token));
                return (tiers.Id.Value, tiers.Recovered);
            default:
                var tier = await rig.Run(v2.TierStructures.CreateTierAsync(
                    structure,
                    new()
                    {
                        Name = name,
                        QualificationRules = new() { Type = QualificationType.Points, Points = new() { MinValue = 1000 } },
                    },
                    Token));
                return (tier.Id.Value, tier.Recovered);
        }
    }

    private static async Task<IReadOnlyList<string>> ListAsync(CardRig rig, string kind, string structure = "none")
    {
        var v2 = rig.Client.V2;
        IAsyncEnumerable<(string Id, string? Name)> all = kind switch
        {
            "program" => v2.Programs.ListProgramsAsync(Token).Select(static row => (row.Id.Value, row.Name)),
            "card definition" => v2.CardDefinitions.ListCardDefinitionsAsync(Token).Select(static row => (row.Id.Value, row.Name)),
            "earning rule" => v2.EarningRules.ListEarningRulesAsync(Token).Select(static row => (row.Id.Value, row.Name)),
            "reward" => v2.Rewards.ListRewardsAsync(Token).Select(static row => (row.Id.Value, row.Name)),
            "tier structure" => v2.TierStructures.ListTierStructuresAsync(Token).Select(static row => (row.Id.Value, row.Name)),
            _ => v2.TierStructures.ListTiersAsync(structure, Token).Select(static row => (row.Id.Value, row.Name)),
        };
        return await rig.Run(all.Where(static row => row.Name == "Club").Select(static row => row.Id).ToListAsync(Token).AsTask());
    }
}
