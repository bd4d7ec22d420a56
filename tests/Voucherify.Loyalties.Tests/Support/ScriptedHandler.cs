using System.Text;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>Takes the place of the socket: plays a script and records each request. The last step repeats.</summary>
internal sealed class ScriptedHandler(params Step[] steps) : HttpMessageHandler
{
    private readonly List<SentRequest> _requests = [];

    public IReadOnlyList<SentRequest> Requests => _requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Step step;
        var sent = new SentRequest(request.Method, request.RequestUri!, Text(request), Body(request));
        lock (_requests)
        {
            step = steps[Math.Min(_requests.Count, steps.Length - 1)];
            _requests.Add(sent);
        }

        var response = await step(request, cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    /// <summary>Reads the body without asking the content of the request for it, which would count as sending.</summary>
    private static string? Body(HttpRequestMessage request) =>
        request.Content is SendTrackingContent { Body: { IsEmpty: false } body } ? Encoding.UTF8.GetString(body.Span) : null;

    private static string Text(HttpRequestMessage request) => string.Join(
        '\n',
        request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated.AsEnumerable() ?? [])
            .Select(header => $"{header.Key}: {header.Value}"));
}
