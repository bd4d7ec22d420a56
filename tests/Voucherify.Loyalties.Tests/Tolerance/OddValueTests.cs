using System.Text.Json;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Tolerance;

/// <summary>
/// An odd value in a response is read as what it stands for. If it cannot be read, only its member is missing, and it is named.
/// </summary>
public sealed class OddValueTests
{
    [Theory]
    [InlineData("100.0", 100)]
    [InlineData("1e2", 100)]
    [InlineData("1.5E1", 15)]
    [InlineData("-6E+2", -600)]
    [InlineData("\"600.0\"", 600)]
    [InlineData("\"6e2\"", 600)]
    [InlineData("\"1\\u0030\"", 10)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public async Task A_whole_number_is_read_in_every_notation(string points, long expected)
    {
        var member = await Get($$$"""{"code":"CARD","loyalty_card":{"points":{{{points}}}}}""");

        Assert.Equal(expected, member.LoyaltyCard?.Points);
        Assert.Null(UnreadableMembers.Of(member));
    }

    [Theory]
    [InlineData("""{"code":7}""", "7")]
    [InlineData("""{"code":1.50}""", "1.50")]
    [InlineData("""{"code":true}""", "true")]
    [InlineData("""{"code":"\u0043ARD"}""", "CARD")]
    public async Task A_number_or_a_boolean_is_read_as_a_string(string body, string code)
    {
        var member = await Get(body);

        Assert.Equal(code, member.Code.Value);
        Assert.Null(UnreadableMembers.Of(member));
    }

    [Theory]
    [InlineData("""Thanks \ud83d""", "Thanks \ufffd")]
    [InlineData("""\ude00 first""", "\ufffd first")]
    [InlineData("""\ud83d\ud83d\ude00\n\"\/\\\b\f\r\t""", "\ufffd\U0001F600\n\"/\\\b\f\r\t")]
    [InlineData("""\ud83d and Grüße""", "\ufffd and Grüße")]
    public void Half_a_surrogate_pair_becomes_the_replacement_character(string json, string expected)
    {
        var row = JsonSerializer.Deserialize($$"""{"reason":"{{json}}","type":"{{json}}"}""", V1Json.LoyaltyTransaction)!;

        Assert.Equal(expected, row.Reason);
        Assert.Equal(expected, row.Type?.Value);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_the_name_of_a_member_is_no_error()
    {
        var member = await Get("""{"code":"CARD","x\ud83d":{"a":1},"metadata":{"y\ud83d":2}}""");

        Assert.Equal("CARD", member.Code.Value);
        Assert.Equal("y\ufffd", Assert.Single(member.Metadata!).Key);
    }

    [Fact]
    public async Task An_empty_list_stands_for_an_empty_object()
    {
        var member = await Get("""{"code":"CARD","metadata":[],"loyalty_card":[],"active":true}""");

        Assert.Empty(member.Metadata!);
        Assert.Equal(new LoyaltyCard(), member.LoyaltyCard);
        Assert.True(member.Active);
        Assert.Null(UnreadableMembers.Of(member));
    }

    [Theory]
    [InlineData("[1,null,3]", new[] { 1, 3 })]
    [InlineData("[null]", new int[0])]
    [InlineData("[\"1\",2.0]", new[] { 1, 2 })]
    public async Task A_null_in_a_list_of_days_is_left_out(string days, int[] expected)
    {
        var member = await Get($$"""{"code":"CARD","validity_day_of_week":{{days}}}""");

        Assert.Equal(expected, member.ValidityDayOfWeek);
    }

    [Theory]
    [InlineData("\"start_date\":\"\"", "start_date")]
    [InlineData("\"created_at\":\"2026-02-30T10:00:00Z\"", "created_at")]
    [InlineData("\"created_at\":\"0000-00-00 00:00:00\"", "created_at")]
    [InlineData("\"created_at\":1764230000", "created_at")]
    [InlineData("\"active\":\"perhaps\"", "active")]
    [InlineData("\"active\":{}", "active")]
    [InlineData("\"loyalty_card\":{\"points\":100.5}", "loyalty_card.points")]
    [InlineData("\"loyalty_card\":{\"points\":1e30}", "loyalty_card.points")]
    [InlineData("\"loyalty_card\":{\"points\":true}", "loyalty_card.points")]
    [InlineData("\"loyalty_card\":{\"points\":\"many\"}", "loyalty_card.points")]
    [InlineData("\"loyalty_card\":{\"points\":[[{}],1]}", "loyalty_card.points")]
    [InlineData("\"loyalty_card\":[1]", "loyalty_card")]
    [InlineData("\"loyalty_card\":\"x\"", "loyalty_card")]
    [InlineData("\"validity_day_of_week\":[1,\"x\",2]", "validity_day_of_week[1]")]
    [InlineData("\"validity_day_of_week\":5", "validity_day_of_week")]
    [InlineData("\"metadata\":7", "metadata")]
    [InlineData("\"type\":{\"a\":[1]}", "type")]
    public async Task A_member_that_cannot_be_read_is_missing_and_named(string odd, string path)
    {
        var body = $$"""{"id":"v_1",{{odd}},"code":"CARD","holder_id":"cust_1"}""";

        var member = await Get(body);

        Assert.Equal(("v_1", "CARD", "cust_1"), (member.Id, member.Code.Value, member.HolderId));
        var unreadable = UnreadableMembers.Of(member)!;
        Assert.Equal([path], unreadable.Paths);
        Assert.Equal(path, unreadable.ToString());
        Assert.Equal(body, unreadable.Json.GetRawText());
    }

    [Fact]
    public async Task Several_members_that_cannot_be_read_are_named_in_their_order()
    {
        var member = await Get("""{"code":"CARD","created_at":"","loyalty_card":{"points":[],"balance":7},"active":3}""");

        Assert.Equal(7, member.LoyaltyCard?.Balance);
        Assert.Equal(
            ["created_at", "loyalty_card.points", "active"], UnreadableMembers.Of(member)?.Paths);
    }

    [Fact]
    public void Readers_throw_again_after_a_tolerant_read()
    {
        var json = """{"validity_day_of_week":["x"]}"""u8.ToArray();

        Assert.NotNull(TolerantReading.Read(json, V1Json.LoyaltyMember, out _));

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, V1Json.LoyaltyMember));
        Assert.Throws<JsonException>(() => TolerantReading.Read("{"u8, V1Json.LoyaltyMember, out _));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, V1Json.LoyaltyMember));
    }

    [Theory]
    [InlineData("""[{"id":"rewa_1"},{"id":"rewa_2"}]""", new[] { "rewa_1", "rewa_2" })]
    [InlineData("""{"id":"rewa_1","reward_id":"rew_1"}""", new[] { "rewa_1" })]
    [InlineData("""{"object":"list","data_ref":"data","data":[{"id":"rewa_1"},{"id":"rewa_2"}],"total":2}""", new[] { "rewa_1", "rewa_2" })]
    public async Task New_reward_assignments_are_a_list_or_an_object(string body, string[] ids)
    {
        using var test = new ScriptedClient(Steps.Ok(body));

        var created = await test.Clock.RunToEnd(test.Client.V1.Rewards.CreateRewardAssignmentsAsync(
            "camp_1", [new CreateRewardAssignmentRequest { RewardId = "rew_1" }]));

        Assert.Equal(ids, created.Select(static assignment => assignment.Id));
    }

    [Theory]
    [InlineData("""{"type":"PROPORTIONAL","points":0.5,"order":{"amount":{"every":100,"applicable_to":[-1]}}}""")]
    [InlineData("""{"type":"PROPORTIONAL","points":[],"order":{"amount":{"every":"100","applicable_to":[{"id":[1]}]}}}""")]
    public void A_union_keeps_its_JSON_and_the_members_that_can_be_read(string points)
    {
        var rule = JsonSerializer.Deserialize($$"""{"id":"ern_1","loyalty":{{points}}}""", V1Json.EarningRule)!;

        Assert.Equal(
            ("PROPORTIONAL", null, 100), (rule.Loyalty?.Type?.Value, rule.Loyalty?.Points, rule.Loyalty?.Order?.Amount?.Every));
        Assert.Equal(points, rule.Loyalty?.Raw?.GetRawText());
    }

    [Fact]
    public void An_object_stands_for_a_list_of_one()
    {
        var expired = JsonSerializer.Deserialize("""{"buckets":{"id":"bucket_1"},"points":"5"}""", V1Json.CardPointsEvent)!;

        Assert.Equal("bucket_1", Assert.Single(expired.Buckets!).Id);
    }

    [Fact]
    public async Task An_async_action_has_the_log_entry_and_the_user()
    {
        using var test = new ScriptedClient(
            Steps.Ok("""{"id":"aa_7","status":"DONE","log_id":"log_7","user":{"id":"user_7","name":"x"}}"""));

        var action = await test.Clock.RunToEnd(test.Client.AsyncActions.GetAsyncActionAsync("aa_7"));

        Assert.Equal(("log_7", "user_7"), (action.LogId, action.User?.Id));
    }

    internal static async Task<LoyaltyMember> Get(string body)
    {
        using var test = new ScriptedClient(Steps.Ok(body));
        return await test.GetAsync();
    }
}
