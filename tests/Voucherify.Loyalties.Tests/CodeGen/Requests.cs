using Refit;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Tests.CodeGen;

/// <summary>Builds requests through a generated Refit interface without sending them.</summary>
internal static class Requests
{
    private static readonly Uri Base = new("https://api.example.test");

    public static TApi Api<TApi>() =>
        RestService.ForGenerated<TApi>(new HttpClient { BaseAddress = Base }, new RefitSettings(new TrackedJson()) { Buffered = true });

    /// <summary>The path and query in their wire format.</summary>
    public static async Task<string> Target(Task<HttpRequestMessage> request)
    {
        using var message = await request;
        return new Uri(Base, message.RequestUri!).PathAndQuery;
    }

    public static async Task<(string? Type, string Text)> Content(Task<HttpRequestMessage> request)
    {
        using var message = await request;
        var content = Assert.IsType<HttpContent>(message.Content, exactMatch: false);
        return (content.Headers.ContentType?.MediaType, await content.ReadAsStringAsync());
    }
}
