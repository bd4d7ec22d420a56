using System.Net;
using System.Text.Json;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Operations.V2;

/// <summary>Writes that the service refuses to do twice: after a lost response, a read decides what follows.</summary>
public sealed class GuardedWriteTests
{
    private const string Exists = """{"code":409,"key":"member_already_exists","message":"Member already exists"}""";

    private const string WrongState = """{"code":400,"key":"invalid_state_transition","message":"Invalid"}""";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_whose_creation_was_lost_is_read_and_marked()
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), Membership());

        var member = await CreateAsync(test);

        Assert.Equal(("lmbr_2", true, "lcrd_3"), (member.Id.Value, member.Recovered, member.Cards![0].Card!.Id.Value));
        Assert.Equal(
            ["POST /v2/loyalties/programs/lprg_1/members",
                "GET /v2/loyalties/programs/lprg_1/memberships/shop-42?identification_type=customer_source_id"],
            test.Handler.Requests.Select(static request => $"{request.Method} {request.Uri.PathAndQuery}"));
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData("ACTIVE", "Berlin", "")]
    [InlineData("INACTIVE", "Berlin", "Status")]
    [InlineData("ACTIVE", "Paris", "Metadata")]
    [InlineData("INACTIVE", "Paris", "Status,Metadata")]
    public async Task A_member_that_was_read_tells_what_differs_from_the_request(string? status, string? shop, string differences)
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Ok(
            """{"member":{"id":"lmbr_2","status":"ACTIVE","metadata":{"shop":"Berlin","more":1}},"cards":[]}"""));
        var request = new CreateMemberRequest
        {
            Customer = CustomerIdentification.BySource("shop-42"),
            Status = status is null ? default(MemberStatus?) : new MemberStatus(status),
            Metadata = shop is null ? null : new() { ["shop"] = shop },
        };

        var member = await test.Clock.RunToEnd(test.Client.V2.Members.CreateMemberAsync("lprg_1", request, Token));

        Assert.Equal(differences, string.Join(',', member.Differences));
        Assert.DoesNotContain("ifferences", JsonSerializer.Serialize(member), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_whose_creation_was_answered_has_no_differences()
    {
        using var test = new ScriptedClient(Steps.Ok("""{"id":"lmbr_2","status":"INACTIVE"}"""));

        Assert.Empty((await CreateAsync(test)).Differences);
    }

    [Fact]
    public async Task A_member_that_is_not_there_is_created_again()
    {
        using var test = new ScriptedClient(
            Steps.LoseConnection(), NotFound(), Steps.Respond(HttpStatusCode.BadGateway), NotFound(), Steps.Ok("""{"id":"lmbr_2"}"""));

        var member = await CreateAsync(test);

        Assert.Equal(("lmbr_2", false), (member.Id.Value, member.Recovered));
        Assert.Equal(["POST", "GET", "POST", "GET", "POST"], test.Handler.Requests.Select(static request => request.Method.Method));
    }

    [Fact]
    public async Task A_member_that_a_late_request_has_created_is_read_when_the_repeat_is_refused()
    {
        using var test = new ScriptedClient(
            Steps.LoseConnection(), NotFound(), Steps.Respond(HttpStatusCode.Conflict, Exists), Membership());

        Assert.True((await CreateAsync(test)).Recovered);
    }

    [Fact]
    public async Task A_refusal_of_the_first_request_is_thrown()
    {
        using var test = new ScriptedClient(Steps.Respond(HttpStatusCode.Conflict, Exists));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => CreateAsync(test));

        Assert.Equal(LoyaltyErrorKeys.MemberAlreadyExists, error.Key);
        Assert.Equal(1, test.Attempts);
    }

    [Fact]
    public async Task A_state_that_is_not_there_is_requested_again()
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), Member("INACTIVE"), Member("ACTIVE"));

        var member = await ActivateAsync(test);

        Assert.Equal(MemberStatus.Active, member.Status);
        Assert.Equal(["POST", "GET", "POST"], test.Handler.Requests.Select(static request => request.Method.Method));
    }

    [Fact]
    public async Task A_state_that_a_late_request_has_reached_is_read_when_the_repeat_is_refused()
    {
        using var test = new ScriptedClient(
            Steps.LoseConnection(), Member("INACTIVE"), Steps.Respond(HttpStatusCode.BadRequest, WrongState), Member("ACTIVE"));

        Assert.Equal(MemberStatus.Active, (await ActivateAsync(test)).Status);
    }

    [Fact]
    public async Task A_refusal_after_a_lost_response_leaves_the_outcome_unknown()
    {
        using var test = new ScriptedClient(
            Steps.LoseConnection(), Member("INACTIVE"), Steps.Respond(HttpStatusCode.BadRequest, WrongState), Member("INACTIVE"));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => ActivateAsync(test));

        Assert.Equal(LoyaltyErrorKeys.InvalidStateTransition, Assert.IsType<LoyaltyApiException>(error.InnerException).Key);
        Assert.NotNull(error.LastSentAt);
    }

    [Fact]
    public async Task A_read_that_fails_proves_nothing()
    {
        using var test = new ScriptedClient(
            Steps.LoseConnection(), Steps.Respond(HttpStatusCode.Forbidden, """{"code":403,"key":"forbidden"}"""));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => CreateAsync(test));

        Assert.Equal(["POST", "GET"], test.Handler.Requests.Select(static request => request.Method.Method));
    }

    [Fact]
    public async Task The_number_of_repeats_and_the_time_are_limited()
    {
        using var test = new ScriptedClient(Steps.ByMethod([Steps.LoseConnection()], [NotFound()]));
        using var timed = new ScriptedClient(Steps.ByMethod([Steps.LoseConnection()], [NotFound()]));
        using var once = new ScriptedClient(
            static builder => builder.Configure(static options => options.Retry.MaxRetries = 0),
            Steps.ByMethod([Steps.LoseConnection()], [NotFound()]));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => CreateAsync(test));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => CreateAsync(timed, new() { Timeout = TimeSpan.FromSeconds(1) }));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => CreateAsync(once));

        Assert.Equal(4, Posts(test));
        Assert.InRange(Posts(timed), 1, 3);
        Assert.Equal(1, Posts(once));
    }

    [Fact]
    public async Task A_caller_who_gives_up_learns_that_it_may_have_been_applied()
    {
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(Steps.LoseConnection(), (_, _) =>
        {
            cancellation.Cancel();
            throw new OperationCanceledException(cancellation.Token);
        });

        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => test.Clock.RunToEnd(
            test.Client.V2.Members.ActivateMemberAsync("lprg_1", "lmbr_2", cancellation.Token)));

        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.NotNull(error.LastSentAt);
    }

    [Fact]
    public async Task An_invalid_timeout_is_refused_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));

        await Assert.ThrowsAnyAsync<ArgumentException>(() => CreateAsync(test, new() { Timeout = TimeSpan.FromSeconds(-1) }));

        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task Only_the_response_of_the_write_is_observed()
    {
        var observed = new List<LoyaltyResponse>();
        using var read = new ScriptedClient(Steps.LoseConnection(), Membership());
        using var repeated = new ScriptedClient(Steps.LoseConnection(), NotFound(), Steps.Ok("""{"id":"lmbr_2"}"""));

        await CreateAsync(read, new() { OnResponse = observed.Add });
        Assert.Empty(observed);
        await CreateAsync(repeated, new() { OnResponse = observed.Add });

        Assert.Single(observed);
    }

    private static int Posts(ScriptedClient test) => test.Handler.Requests.Count(static request => request.Method == HttpMethod.Post);

    private static Task<Member> CreateAsync(ScriptedClient test, RequestOptions? options = null) => test.Clock.RunToEnd(
        test.Client.V2.Members.CreateMemberAsync(
            "lprg_1", new() { Customer = CustomerIdentification.BySource("shop-42") }, options, Token));

    private static Task<Member> ActivateAsync(ScriptedClient test) =>
        test.Clock.RunToEnd(test.Client.V2.Members.ActivateMemberAsync("lprg_1", "lmbr_2", Token));

    private static Step Membership() =>
        Steps.Ok("""{"member":{"id":"lmbr_2","status":"ACTIVE"},"cards":[{"card":{"id":"lcrd_3"}}]}""");

    private static Step Member(string status) => Steps.Ok($$"""{"id":"lmbr_2","status":"{{status}}"}""");

    private static Step NotFound() => Steps.Respond(
        HttpStatusCode.NotFound, """{"code":404,"key":"not_found","message":"Not found","resource_type":"member"}""");
}
