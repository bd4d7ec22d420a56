using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The request that reads a member.</summary>
public sealed class MemberWireTests : StubbedTests
{
    [Theory]
    [InlineData(null, "/v1/loyalties/members/MmFAzfDe")]
    [InlineData("camp_FNYR4jhqZBM9xTptxDGgeNBV", "/v1/loyalties/camp_FNYR4jhqZBM9xTptxDGgeNBV/members/MmFAzfDe")]
    [InlineData("Loyalty Campaign", "/v1/loyalties/Loyalty Campaign/members/MmFAzfDe")]
    public async Task A_member_is_read_with_and_without_its_campaign(string? campaignId, string path)
    {
        Expect(Exchange.Get(path, Responses.Member));

        await Connect().V1.Members.GetMemberAsync(MemberId, campaignId, cancellationToken: Stop);

        var request = await Server.RequestAsync();
        Assert.Equal("GET", request.Method);
        Assert.Equal("", request.RawQuery);
        Assert.Equal("", request.Body);
        Assert.Null(request.Header("Content-Length"));
        Assert.Null(request.Header("Content-Type"));
    }
}
