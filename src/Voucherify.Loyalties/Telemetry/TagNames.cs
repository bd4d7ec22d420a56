namespace Voucherify.Loyalties.Telemetry;

/// <summary>
/// The tags of spans and measurements: OpenTelemetry's names where they exist, otherwise our own. No tag contains a member, an order or a
/// key.
/// </summary>
internal static class TagNames
{
    public const string Method = "http.request.method";

    public const string Route = "url.template";

    public const string ServerAddress = "server.address";

    public const string ServerPort = "server.port";

    public const string Status = "http.response.status_code";

    public const string Resends = "http.request.resend_count";

    public const string ErrorType = "error.type";

    /// <summary>The vendor's operation id.</summary>
    public const string Operation = "voucherify.operation";

    /// <summary>The name of the client, if it has one.</summary>
    public const string Client = "voucherify.client";

    /// <summary>What is known about the effect of a call.</summary>
    public const string Outcome = "voucherify.outcome";

    /// <summary>The result of a search for a write.</summary>
    public const string Result = "voucherify.reconciliation.result";

    /// <summary>How the previous attempt ended.</summary>
    public const string Reason = "voucherify.retry.reason";
}
