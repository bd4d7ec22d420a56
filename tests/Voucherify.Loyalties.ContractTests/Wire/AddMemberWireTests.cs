using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The request that adds a customer to a loyalty program.</summary>
public sealed class AddMemberWireTests : OperationTests
{
    private const string Path = "/v1/loyalties/camp_1/members";

    public static TheoryData<AddMemberRequest, string> Requests => new()
    {
        { new() { Customer = "me@example.com" }, """{"customer":"me@example.com"}""" },
        {
            new() { Customer = new CustomerInput { Id = "cust_1" }, Voucher = "MmFAzfDe" },
            """{"customer":{"id":"cust_1"},"voucher":"MmFAzfDe"}"""
        },
        {
            new()
            {
                Customer = "c",
                SourceId = "p-1",
                Channel = "email",
                Metadata = new() { ["free"] = true },
            },
            """{"customer":"c","source_id":"p-1","channel":"email","metadata":{"free":true}}"""
        },
        {
            new()
            {
                Customer = new CustomerInput
                {
                    SourceId = "c-1",
                    Name = "Ada",
                    Description = "d",
                    Email = "ada@example.com",
                    Phone = "1",
                    Birthdate = new(1815, 12, 10),
                    Address = new() { City = "London", State = "s", Line1 = "a", Line2 = "b", Country = "GB", PostalCode = "W1" },
                    Metadata = new() { ["vip"] = "y" },
                },
            },
            Flat("""
                {"customer":{"source_id":"c-1","name":"Ada","description":"d","email":"ada@example.com","phone":"1",
                "birthdate":"1815-12-10",
                "address":{"city":"London","state":"s","line_1":"a","line_2":"b","country":"GB","postal_code":"W1"},"metadata":{"vip":"y"}}}
                """)
        },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_new_members_customer_is_an_id_or_a_description(AddMemberRequest request, string body)
    {
        var member = await PlayAsync(
            Exchange.Post(Path, Responses.Member),
            client => client.V1.Members.AddMemberAsync("camp_1", request, cancellationToken: Stop),
            body: body);

        Assert.Equal((Responses.CardId, "MmFAzfDe"), (member.Id, member.Code));
    }

    [Theory]
    [InlineData(400, LoyaltyErrorKeys.NoVoucherSuitableForPublication)]
    [InlineData(400, LoyaltyErrorKeys.VoucherAlreadyPublished)]
    [InlineData(404, LoyaltyErrorKeys.NotFound)]
    public async Task A_rejected_new_member_has_the_key_of_the_error(int status, string key)
    {
        Expect(Exchange.Post(Path, $$"""{"code":{{Responses.Text(status)}},"key":"{{key}}","message":"m"}""", status));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => Connect().V1.Members.AddMemberAsync("camp_1", new() { Customer = "c", Voucher = "A" }, cancellationToken: Stop));

        Assert.Equal(key, error.Key);
    }
}
