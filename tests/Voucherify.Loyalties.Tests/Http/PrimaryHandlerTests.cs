using Voucherify.Loyalties.Internal.Http;

namespace Voucherify.Loyalties.Tests.Http;

public sealed class PrimaryHandlerTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5005", false)]
    [InlineData("http://localhost:5005", false)]
    [InlineData("https://[::1]:5005", false)]
    [InlineData("https://voucherify.example", true)]
    [InlineData("Europe", true)]
    public void A_proxy_of_the_environment_is_used_for_what_leaves_this_machine_and_for_nothing_else(string cluster, bool useProxy)
    {
        using var handler = PrimaryHandler.Create(VoucherifyCluster.Parse(cluster));

        Assert.Equal(useProxy, handler.UseProxy);
    }
}
