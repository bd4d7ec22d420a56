using System.Net;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Tests.Http;

public sealed class ErrorResponseReaderTests
{
    [Theory]
    [InlineData(400, "duplicate_source_id", nameof(AttemptKind.Duplicate))]
    [InlineData(400, "invalid_payload", nameof(AttemptKind.ClientError))]
    [InlineData(404, "duplicate_source_id", nameof(AttemptKind.ClientError))]
    [InlineData(409, "invalid_payload", nameof(AttemptKind.Duplicate))]
    public async Task A_conflict_and_a_400_with_the_key_of_a_used_id_are_duplicates(int status, string key, string kind)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent($$"""{"key":"{{key}}"}""") };
        var call = new NoContentCall(
            V1Operations.AdjustBalance,
            new CallSettings(null!, new Uri("https://api.voucherify.io/"), TimeSpan.FromSeconds(60), Options: null, CancellationToken.None),
            static () => throw new InvalidOperationException("Nothing is sent here."));

        var result = await ErrorResponseReader.ReadAsync(
            call, response, new LoyaltyClientOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(kind, result.Kind.ToString());
    }
}
