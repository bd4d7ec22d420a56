using System.Net;
using System.Text.Json;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Operations.V2;

/// <summary>Creations, changes and deletions of members of version 2.</summary>
public sealed class MemberWriteTests
{
    private const string Members = "/v2/loyalties/programs/lprg_1/members";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    public static TheoryData<CustomerIdentification, string> Customers { get; } = new()
    {
        { CustomerIdentification.ByCustomer("cust_1"), """{"type":"customer_id","customer_id":"cust_1"}""" },
        { CustomerIdentification.BySource("shop-42"), """{"type":"customer_source_id","customer_source_id":"shop-42"}""" },
    };

    public static TheoryData<CustomerIdentification> InvalidCustomers { get; } =
    [
        CustomerIdentification.ByMember("lmbr_1"),
        CustomerIdentification.ByCustomer("lmbr_1"),
        CustomerIdentification.BySource(""),
        new CustomerIdentification { Type = CustomerIdentificationType.CustomerId, CustomerId = "cust_1", MemberId = "lmbr_1" },
    ];

    private static IEnumerable<Func<IMembersClient, Task>> RepeatedWrites =>
    [
        static members => members.BatchCreateMembersAsync("lprg_1", [New("shop-42")], Token),
        static members => members.UpdateMemberAsync("lprg_1", "lmbr_2", new() { Metadata = new() { ["a"] = 1 } }, Token),
        static members => members.DeleteMemberAsync("lprg_1", "lmbr_2", Token),
    ];

    [Theory, MemberData(nameof(Customers))]
    public async Task A_customer_becomes_a_member(CustomerIdentification customer, string sent)
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.Member"));

        var member = await test.Client.V2.Members.CreateMemberAsync("lprg_1", new() { Customer = customer }, Token);

        test.AssertSent(HttpMethod.Post, Members, $$"""{"customer_identification":{{sent}}}""");
        SampleResponses.AssertComplete("V2.Member", member, V2Json.Member);
    }

    [Fact]
    public async Task A_new_member_has_the_requested_status_and_metadata()
    {
        using var test = new ScriptedClient(Steps.Ok("""{"id":"lmbr_2","cards":[{"card":{"id":"lcrd_3","code":null}}]}"""));
        var request = New("shop-42") with { Status = MemberStatus.Inactive, Metadata = new() { ["shop"] = "Berlin" } };

        var member = await test.Client.V2.Members.CreateMemberAsync("lprg_1", request, Token);

        test.AssertSent(
            HttpMethod.Post,
            Members,
            """
            {"customer_identification":{"type":"customer_source_id","customer_source_id":"shop-42"},
            "status":"INACTIVE","metadata":{"shop":"Berlin"}}
            """.ReplaceLineEndings(""));
        Assert.Equal(("lcrd_3", null), (member.Cards![0].Card!.Id.Value, member.Cards[0].Card!.Code));
    }

    [Theory, MemberData(nameof(InvalidCustomers))]
    public async Task An_invalid_customer_of_a_new_member_is_refused_before_anything_is_sent(CustomerIdentification customer)
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));
        var members = test.Client.V2.Members;

        await Assert.ThrowsAnyAsync<ArgumentException>(() => members.CreateMemberAsync("lprg_1", new() { Customer = customer }, Token));
        var error = await Assert.ThrowsAnyAsync<ArgumentException>(
            () => members.BatchCreateMembersAsync("lprg_1", [New("a"), new() { Customer = customer }], Token));

        Assert.Equal("items[1].Customer", error.ParamName);
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task An_id_of_another_kind_is_refused_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));
        var members = test.Client.V2.Members;

        await Assert.ThrowsAsync<ArgumentException>("programId", () => members.CreateMemberAsync("lmbr_1", New("a"), Token));
        await Assert.ThrowsAsync<ArgumentException>("programId", () => members.BatchCreateMembersAsync("cust_1", [New("a")], Token));
        await Assert.ThrowsAsync<ArgumentException>(
            "memberId", () => members.UpdateMemberAsync("lprg_1", "lprg_1", UpdateMemberRequest.ClearMetadata(), Token));
        await Assert.ThrowsAsync<ArgumentException>("memberId", () => members.ActivateMemberAsync("lprg_1", "lcrd_1", Token));
        await Assert.ThrowsAsync<ArgumentException>("memberId", () => members.DeactivateMemberAsync("lprg_1", "cust_1", Token));
        Assert.Throws<ArgumentException>("memberId", () => { _ = members.DeleteMemberAsync("lprg_1", default, Token); });
        await Assert.ThrowsAsync<ArgumentException>("items", () => members.BatchCreateMembersAsync("lprg_1", [], Token));
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task Many_customers_become_members_in_the_background()
    {
        using var test = new ScriptedClient(Steps.Respond(HttpStatusCode.Accepted, """{"async_action_id":"aa_1"}"""));

        var action = await test.Client.V2.Members.BatchCreateMembersAsync("lprg_1", [New("a"), New("b")], Token);

        test.AssertSent(
            HttpMethod.Post,
            $"{Members}/batch",
            """
            [{"customer_identification":{"type":"customer_source_id","customer_source_id":"a"}},
            {"customer_identification":{"type":"customer_source_id","customer_source_id":"b"}}]
            """.ReplaceLineEndings(""));
        Assert.Equal("aa_1", action.AsyncActionId);
    }

    [Fact]
    public async Task Metadata_is_added_or_cleared()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.Member"), SampleResponses.Ok("V2.Member"));
        var members = test.Client.V2.Members;

        await members.UpdateMemberAsync("lprg_1", "lmbr_2", new() { Metadata = new() { ["visits"] = 3 } }, Token);
        await members.UpdateMemberAsync("lprg_1", "lmbr_2", UpdateMemberRequest.ClearMetadata(), Token);

        Assert.Equal(
            ["""{"metadata":{"visits":3}}""", """{"metadata":null}"""], test.Handler.Requests.Select(static request => request.Body));
        Assert.All(test.Handler.Requests, static request => Assert.Equal(
            (HttpMethod.Put, $"{Members}/lmbr_2"), (request.Method, request.Uri.AbsolutePath)));
    }

    [Fact]
    public void An_update_that_clears_the_metadata_survives_a_round_trip()
    {
        var json = JsonSerializer.Serialize(UpdateMemberRequest.ClearMetadata());

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<UpdateMemberRequest>(json)));
    }

    [Theory]
    [InlineData("activate")]
    [InlineData("deactivate")]
    public async Task The_status_of_a_member_is_changed(string action)
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.Member"));
        var members = test.Client.V2.Members;

        var member = action == "activate"
            ? await members.ActivateMemberAsync("lprg_1", "lmbr_2", Token)
            : await members.DeactivateMemberAsync("lprg_1", "lmbr_2", Token);

        test.AssertSent(HttpMethod.Post, $"{Members}/lmbr_2/{action}", null);
        SampleResponses.AssertComplete("V2.Member", member, V2Json.Member);
    }

    [Fact]
    public async Task A_member_is_deleted()
    {
        using var test = new ScriptedClient(Steps.Ok("""{"id":"lmbr_2","status":"DELETED"}"""));

        var member = await test.Client.V2.Members.DeleteMemberAsync("lprg_1", "lmbr_2", Token);

        test.AssertSent(HttpMethod.Delete, $"{Members}/lmbr_2", null);
        Assert.Equal(MemberStatus.Deleted, member!.Status);
    }

    [Fact]
    public async Task A_member_that_is_gone_after_a_lost_response_counts_as_deleted()
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), NotFound());

        Assert.Null(await test.Clock.RunToEnd(test.Client.V2.Members.DeleteMemberAsync("lprg_1", "lmbr_2", Token)));

        Assert.Equal(2, test.Attempts);
    }

    [Fact]
    public async Task A_deletion_of_a_member_that_never_existed_is_an_error()
    {
        using var test = new ScriptedClient(NotFound());

        await Assert.ThrowsAsync<LoyaltyApiException>(() => test.Client.V2.Members.DeleteMemberAsync("lprg_1", "lmbr_2", Token));
    }

    [Fact]
    public async Task Other_changes_are_repeated_after_a_lost_response()
    {
        foreach (var write in RepeatedWrites)
        {
            using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Ok("""{"id":"lmbr_2","async_action_id":"aa_1"}"""));

            await test.Clock.RunToEnd(write(test.Client.V2.Members));

            Assert.Equal(2, test.Attempts);
        }
    }

    [Fact]
    public async Task A_customer_who_is_a_member_already_is_refused_with_the_key_of_the_service()
    {
        using var test = new ScriptedClient(Steps.Respond(
            HttpStatusCode.Conflict, """{"code":409,"key":"member_already_exists","message":"Member already exists"}"""));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => test.Client.V2.Members.CreateMemberAsync("lprg_1", New("shop-42"), Token));

        Assert.Equal(LoyaltyErrorKeys.MemberAlreadyExists, error.Key);
    }

    private static CreateMemberRequest New(string sourceId) => new() { Customer = CustomerIdentification.BySource(sourceId) };

    private static Step NotFound() => Steps.Respond(
        HttpStatusCode.NotFound,
        """{"code":404,"key":"not_found","message":"Not found","resource_id":"lmbr_2","resource_type":"member"}""");
}
