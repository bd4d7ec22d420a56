using System.Globalization;
using System.Net;
using System.Text;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Authentication;

/// <summary>A server that issues tokens and responds to the calls that carry one.</summary>
internal sealed class TokenServer : IDisposable
{
    private readonly object _lock = new();

    public int Issued { get; private set; }

    public HashSet<string> Rejected { get; } = new(StringComparer.Ordinal);

    public HttpStatusCode TokenStatus { get; set; } = HttpStatusCode.OK;

    /// <summary>Refuses every token, as after the key has lost its permission.</summary>
    public bool RejectsAll { get; init; }

    /// <summary>Delays token requests until it is completed.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public ScriptedClient NewClient(Action<LoyaltyClientOptions>? configure = null) => new(
        client => client.WithCredentials(LoyaltyCredentials.OAuth("app-id", "app-token", OAuthScope.Loyalties)).Configure(configure),
        RespondAsync);

    public void Dispose() => Gate?.TrySetResult();

    private async Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/v1/oauth/token")
        {
            return await IssueAsync(cancellationToken);
        }

        return RejectsAll || Rejected.Contains(request.Headers.Authorization?.Parameter ?? "")
            ? Json(HttpStatusCode.Unauthorized, """{"code":401,"message":"Unauthorized","key":"unauthorized"}""")
            : Json(HttpStatusCode.OK, request.Method == HttpMethod.Get ? Steps.MemberJson : Steps.BalanceJson);
    }

    private async Task<HttpResponseMessage> IssueAsync(CancellationToken cancellationToken)
    {
        if (Gate is { } gate)
        {
            await gate.Task.WaitAsync(cancellationToken);
        }

        if (TokenStatus != HttpStatusCode.OK)
        {
            return Json(TokenStatus, """{"code":400,"key":"invalid_scope","message":"Invalid scope: loyalties"}""");
        }

        lock (_lock)
        {
            Issued++;
        }

        return Json(HttpStatusCode.OK, string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"access_token":"token-{{Issued}}","client_id":"c","expires_at":1,"expires_in":900,"scope":"loyalties",
            "token_type":"Bearer"}
            """));
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
