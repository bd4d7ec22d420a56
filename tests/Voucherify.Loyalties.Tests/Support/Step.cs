namespace Voucherify.Loyalties.Tests.Support;

/// <summary>A step of a script: the response to one request.</summary>
internal delegate Task<HttpResponseMessage> Step(HttpRequestMessage request, CancellationToken cancellationToken);
