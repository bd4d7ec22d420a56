using System.Net;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Operations.V2;

/// <summary>Members, memberships and programs of version 2.</summary>
public sealed class MemberReadTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_is_read_with_every_property()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.Member"));

        var member = await test.Client.V2.Members.GetMemberAsync("lprg_1", "lmbr_2", Token);

        test.AssertSent(HttpMethod.Get, "/v2/loyalties/programs/lprg_1/members/lmbr_2", null);
        SampleResponses.AssertComplete("V2.Member", member, V2Json.Member);
    }

    [Fact]
    public async Task Members_are_listed_by_filter_and_order()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.MemberPage"));
        var query = new ListMembersQuery
        {
            Order = MemberOrder.CustomerId,
            Filters = new() { Status = new() { Is = MemberStatus.Inactive }, CustomerId = new() { NotIn = ["cust_1"] } },
        };

        var page = await test.Client.V2.Members.ListMembersPageAsync("lprg_1", query, cancellationToken: Token);

        test.AssertSent(
            HttpMethod.Get,
            "/v2/loyalties/programs/lprg_1/members?order=customer_id&filters[status][conditions][$is]=INACTIVE"
            + "&filters[customer_id][conditions][$not_in][0]=cust_1",
            null);
        Assert.Single(page.Items!);
    }

    [Fact]
    public async Task Programs_are_read_and_listed()
    {
        using var test = new ScriptedClient(
            SampleResponses.Ok("V2.LoyaltyProgram"), Steps.Ok("""{"data":[{"id":"lprg_1","status":"ACTIVE"}],"cursor":null}"""));

        SampleResponses.AssertComplete(
            "V2.LoyaltyProgram", await test.Client.V2.Programs.GetProgramAsync("lprg_1", cancellationToken: Token), V2Json.LoyaltyProgram);
        var program = await test.Client.V2.Programs
            .ListProgramsAsync(new() { Filters = new() { Name = new() { StartsWith = "Gold" } } }, cancellationToken: Token)
            .SingleAsync(Token);

        Assert.Equal(ProgramStatus.Active, program.Status);
        Assert.Equal(
            [
                "/v2/loyalties/programs/lprg_1",
                "/v2/loyalties/programs?filters%5Bname%5D%5Bconditions%5D%5B%24starts_with%5D=Gold&limit=100",
            ],
            test.Handler.Requests.Select(request => request.Uri.PathAndQuery));
    }

    public static TheoryData<CustomerIdentification, string> Customers { get; } = new()
    {
        { CustomerIdentification.ByCustomer("cust_1"), "cust_1?identification_type=customer_id" },
        { CustomerIdentification.BySource("a/b"), "a%2Fb?identification_type=customer_source_id" },
        { CustomerIdentification.ByMember("lmbr_2"), "lmbr_2?identification_type=member_id" },
    };

    [Theory]
    [MemberData(nameof(Customers))]
    public async Task A_membership_is_read_by_any_id_of_the_customer(CustomerIdentification customer, string sent)
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.Membership"));

        var membership = await test.Client.V2.Members.GetMembershipAsync("lprg_1", customer, Token);

        test.AssertSent(HttpMethod.Get, $"/v2/loyalties/programs/lprg_1/memberships/{sent}", null);
        SampleResponses.AssertComplete("V2.Membership", membership, V2Json.Membership);
    }

    [Fact]
    public async Task The_memberships_of_a_customer_are_read()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.CustomerMemberships"));

        var all = await test.Client.V2.Members.GetCustomerMembershipsAsync(CustomerIdentification.BySource("customer-42"), Token);

        test.AssertSent(HttpMethod.Get, "/v2/loyalties/memberships/customer-42?identification_type=customer_source_id", null);
        SampleResponses.AssertComplete("V2.CustomerMemberships", all, V2Json.CustomerMemberships);
    }

    [Fact]
    public async Task A_customer_without_exactly_the_named_id_is_refused_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));
        var members = test.Client.V2.Members;
        CustomerIdentification[] invalid =
        [
            new() { Type = CustomerIdentificationType.MemberId, CustomerId = "cust_1" },
            new() { Type = CustomerIdentificationType.CustomerId, CustomerId = "cust_1", MemberId = "lmbr_1" },
            new() { CustomerId = "cust_1" },
            new() { Type = "card_id" },
            CustomerIdentification.ByCustomer(default),
            CustomerIdentification.ByCustomer("lmbr_1"),
            CustomerIdentification.ByMember("cust_1"),
            CustomerIdentification.BySource(".."),
            CustomerIdentification.BySource(""),
        ];

        foreach (var customer in invalid)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => members.GetMembershipAsync("lprg_1", customer, Token));
            await Assert.ThrowsAnyAsync<ArgumentException>(
                () => test.Client.V2.Examine.ExamineRewardsAsync(new() { CustomerIdentification = customer }, Token));
        }

        await Assert.ThrowsAsync<ArgumentNullException>(() => members.GetMembershipAsync("lprg_1", null!, Token));
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task A_refusal_has_the_key_of_the_service()
    {
        using var test = new ScriptedClient(Steps.Respond(
            HttpStatusCode.NotFound,
            """{"code":404,"key":"not_found","message":"Not found","resource_id":"lmbr_2","resource_type":"member"}"""));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => test.Client.V2.Members.GetMemberAsync("lprg_1", "lmbr_2", cancellationToken: Token));

        Assert.Equal((LoyaltyErrorKeys.NotFound, "member"), (error.Key, error.Error.ResourceType));
    }
}
