using System.Reflection;

namespace Voucherify.Loyalties.Tests.Errors;

public sealed class ErrorKeysTests
{
    [Fact]
    public void Every_key_marks_an_error_of_the_service()
    {
        var keys = typeof(LoyaltyErrorKeys)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static key => (string)key.GetRawConstantValue()!);

        Assert.NotEmpty(keys);
        Assert.All(keys, static key => Assert.True(LoyaltyErrorKeys.IsDocumented(key), key));
        Assert.False(LoyaltyErrorKeys.IsDocumented("gateway_timeout"));
        Assert.False(LoyaltyErrorKeys.IsDocumented(null));
    }
}
