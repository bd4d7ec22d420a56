namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>Every error response of the sandbox, in the words of the vendor's documentation where it has any.</summary>
internal static class Errors
{
    /// <summary>The largest body that is read, in bytes (documented).</summary>
    public const int LargestBody = 10_485_760;

    // Documented for a date that is not ISO 8601. The details of the others follow its pattern (assumed).
    public static SandboxResponse InvalidPayload(SandboxCall call, string details) =>
        WithId(call, 400, "invalid_payload", "Invalid payload", details);

    // Documented.
    public static SandboxResponse InvalidExpirationDate(SandboxCall call) =>
        WithId(call, 400, "invalid_expiration_date", "Invalid Expiration Date", "Expiration date cannot be set in the past");

    // The key and the body are documented. That this endpoint returns them with 400 is assumed.
    public static SandboxResponse PointsExceeded(SandboxCall call, string cardCode) =>
        WithId(call, 400, "loyalty_card_points_exceeded", "loyalty card points exceeded", cardCode);

    // Assumed, in the form that is documented for publications.
    public static SandboxResponse DuplicateSourceId(SandboxCall call, string sourceId) =>
        WithId(call, 400, "duplicate_source_id", "Duplicate source_id", $"Transaction with source_id: '{sourceId}' already exists");

    // Assumed. The key is known from referrals.
    public static SandboxResponse NotPublished(SandboxCall call) =>
        WithId(call, 400, "not_published", "Voucher is not published", details: null);

    // Documented.
    public static SandboxResponse InvalidAmount(SandboxCall call) =>
        WithId(call, 400, "invalid_amount", "Invalid Amount", "Amount has to be a valid positive number");

    // Documented.
    public static SandboxResponse InvalidPendingPointsState(SandboxCall call, string verb, string status) => WithId(
        call,
        400,
        "invalid_pending_points_state",
        "Invalid pending points state",
        $"Only pending points in 'PENDING' status can be {verb}. Current status: '{status}'.");

    // Documented.
    public static SandboxResponse MissingReward(SandboxCall call) => WithId(call, 400, "missing_reward", "Missing reward", details: null);

    // From an example for another list. The details are assumed.
    public static SandboxResponse PageOverLimit(SandboxCall call, int last) =>
        WithId(call, 400, "page_over_limit", "Page over limit", $"Page cannot be over {last}");

    // From an example. The details are assumed.
    public static SandboxResponse InvalidQueryParams(SandboxCall call, string details) =>
        WithId(call, 400, "invalid_query_params", "Invalid query params", details);

    // From an example.
    public static SandboxResponse ResourceNotFound(SandboxCall call, string type, string id) =>
        About(call, type, id, new ApiError(404, "Resource not found") { Key = "not_found", Details = $"Cannot find {type} with id {id}" });

    // From an example, without a request id.
    public static SandboxResponse Unauthorized() =>
        new ApiError(401, "Unauthorized") { Key = "unauthorized" }.ToResponse();

    // From an example, without a request id.
    public static SandboxResponse MissingPermission() => new ApiError(403, "Missing permission")
    {
        Key = "missing_required_permission",
        Details = "User does not have a required permission to perform this operation.",
    }.ToResponse();

    // The key and the message are from an example. The details are assumed.
    public static SandboxResponse PaymentRequired() => new ApiError(402, "Payment required")
    {
        Key = "missing_required_feature",
        Details = "The plan of this project has ended.",
    }.ToResponse();

    // Documented for campaigns and reward assignments.
    public static SandboxResponse DuplicateFound() =>
        new ApiError(409, "Duplicate resource found") { Key = "duplicate_found" }.ToResponse();

    // Documented. The details are assumed.
    public static SandboxResponse DuplicateFound(SandboxCall call, string type, string id, string details) =>
        About(call, type, id, new ApiError(409, "Duplicate resource found") { Key = "duplicate_found", Details = details });

    // The details are documented. The message is assumed.
    public static SandboxResponse AlreadyPublished(SandboxCall call, string voucherId) =>
        WithId(call, 400, "voucher_already_published", "Voucher already published", $"Voucher '{voucherId}' has already been published");

    // The key is documented. The message is assumed.
    public static SandboxResponse NoVoucherSuitable(SandboxCall call) =>
        WithId(call, 400, "no_voucher_suitable_for_publication", "Couldn't find any voucher suitable for publication", details: null);

    // The keys are documented. The messages are assumed.
    public static SandboxResponse CampaignNotActive(SandboxCall call, string name) =>
        WithId(call, 400, "campaign_not_active", "Campaign is not active", $"Campaign '{name}' is not active");

    public static SandboxResponse CampaignNotAllowAutoJoin(SandboxCall call, string name) => WithId(
        call,
        400,
        "campaign_not_allow_auto_join",
        "Campaign does not allow auto join",
        $"Campaign '{name}' does not allow auto join");

    // The key is documented. The message and the details are assumed.
    public static SandboxResponse LoyaltyCardNotActive(SandboxCall call, string cardCode) =>
        WithId(call, 400, "loyalty_card_not_active", "Loyalty card is not active", $"Loyalty card '{cardCode}' is not active");

    // The key and the type are documented. The message and the details are assumed.
    public static SandboxResponse ResourceProtected(SandboxCall call, string type, string id) =>
        About(call, type, id, new ApiError(400, "Resource is protected")
        {
            Key = "resource_protected",
            Details = $"Resource {type} with id {id} is read-only",
        });

    // Documented. The message is assumed.
    public static SandboxResponse Forbidden(SandboxCall call, string type, string id) =>
        About(call, type, id, new ApiError(403, "Forbidden")
        {
            Key = "forbidden",
            Details = $"Resource {type} with id {id} is not accessible in given context",
        });

    // Assumed.
    public static SandboxResponse UnknownPath(SandboxCall call) =>
        WithId(call, 404, "not_found", "Resource not found", $"Cannot {call.Request.Method} /{string.Join('/', call.Target.Segments)}");

    // Documented, without a key and a request id.
    public static SandboxResponse MethodNotAllowed(string method, IReadOnlyCollection<string> allowed) =>
        new ApiError(405, "HTTP Method Not Allowed")
        {
            Details = $"{method} is not supported by this endpoint. Did you mean {string.Join(" or ", allowed)}?",
        }.ToResponse();

    // The statuses are documented. The bodies are assumed.
    public static SandboxResponse NotAcceptable() => new ApiError(406, "Not Acceptable").ToResponse();

    public static SandboxResponse UnsupportedMediaType() => new ApiError(415, "Unsupported Media Type").ToResponse();

    // Documented: another part of the service writes this one, in another form.
    public static SandboxResponse TooLarge() => JsonResponse.Object(
        static writer =>
        {
            writer.WriteNumber("statusCode", 413);
            writer.WriteString("error", "Request Entity Too Large");
            writer.WriteString("message", $"Payload content length greater than maximum allowed: {LargestBody}");
        },
        status: 413);

    // The statuses are documented. The bodies are assumed.
    public static SandboxResponse InternalServerError(string requestId) =>
        new ApiError(500, "Internal Server Error") { RequestId = requestId }.ToResponse();

    public static SandboxResponse RequestTimeout(string requestId) =>
        new ApiError(408, "Request Timeout") { RequestId = requestId }.ToResponse();

    /// <summary>An error that a gateway writes, not the service.</summary>
    public static SandboxResponse GatewayServerError() => new ApiError(500, "An unexpected error occurred").ToResponse();

    /// <summary>An error with everything by which an error of the service is recognized.</summary>
    public static SandboxResponse Of(int status, string key, string message, string requestId) =>
        new ApiError(status, message) { Key = key, RequestId = requestId }.ToResponse();

    // Assumed.
    public static SandboxResponse NotImplemented(string requestId) =>
        new ApiError(501, "Not Implemented") { RequestId = requestId }.ToResponse();

    // Documented, without a key and a request id.
    public static SandboxResponse TooManyRequests() =>
        new ApiError(429, "Too many requests hit the API too quickly.").ToResponse();

    /// <summary>The sandbox's own error for a route that only the real service has.</summary>
    public static SandboxResponse RouteNotSupported(SandboxCall call, string template) =>
        NotSupported(call, $"{call.Request.Method} {template}", status: 501);

    /// <summary>The sandbox's own error for a request that only the real service can execute, on a route that the sandbox has.</summary>
    public static SandboxResponse NotSupported(SandboxCall call, string feature, int status) =>
        WithId(call, status, "sandbox_not_supported", "Not supported by the sandbox", $"The sandbox does not support {feature}.");

    // Documented, without details and a request id.
    public static SandboxResponse OAuth(string key, string message) =>
        new ApiError(400, message) { Key = key }.ToResponse();

    /// <summary>An error of the v2 API.</summary>
    public static SandboxResponse Refusal(SandboxCall call, int code, string key, string message, string? details) =>
        WithId(call, code, key, message, details);

    private static SandboxResponse About(SandboxCall call, string type, string id, ApiError error) =>
        (error with { RequestId = call.Id, ResourceId = id, ResourceType = type }).ToResponse();

    private static SandboxResponse WithId(SandboxCall call, int code, string key, string message, string? details) =>
        new ApiError(code, message) { Key = key, Details = details, RequestId = call.Id }.ToResponse();
}
