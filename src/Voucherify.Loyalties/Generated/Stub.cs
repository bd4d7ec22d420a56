#pragma warning disable
using System.Text.Json.Serialization;
using Voucherify.Loyalties.Internal;
namespace Voucherify.Loyalties {
public sealed partial record ApiError { public long? Code {get;init;} public string? Key {get;init;} public string? Message {get;init;} public string? Details {get;init;} public string? RequestId {get;init;} public string? ResourceId {get;init;} public string? ResourceType {get;init;} public ApiErrorReason? Error {get;init;} }
public sealed partial record ApiErrorReason { public string? Message {get;init;} }
public readonly record struct PointsExpirationType(string Value) { public static PointsExpirationType CustomDate => new("CUSTOM_DATE"); }
public readonly record struct OAuthScope(string Value) { public static OAuthScope Loyalties => new("loyalties"); public override string ToString() => Value; }
public sealed partial record AdjustBalanceRequest { [JsonPropertyName("points")] public required long Points {get;init;} public PointsExpirationType? ExpirationType {get;init;} public DateOnly? ExpirationDate {get;init;} public string? Reason {get;init;} public string? SourceId {get;init;} }
public sealed partial record BalanceResult { public long? Balance {get;init;} public long? Points {get;init;} }
public sealed partial record CreateTokenRequest { public string? GrantType {get;init;} public string? Scope {get;init;} }
public sealed partial record OAuthToken { public string? AccessToken {get;init;} public long? ExpiresIn {get;init;} }
public partial interface IMembersClient {}
public partial interface ILoyaltyClient { IMembersClient Members {get;} }
public sealed partial class LoyaltyClient { public IMembersClient Members => field ??= new MembersClient(_transport); }
}
namespace Voucherify.Loyalties.Internal {
internal sealed partial class MembersClient : IMembersClient { LoyaltyTransport _transport; IMembersApi _api; public MembersClient(LoyaltyTransport t) { _transport = t; _api = t.CreateApi<IMembersApi>(); } }
internal sealed class OAuthClient(LoyaltyTransport t) { public Task<OAuthToken> CreateTokenAsync(CreateTokenRequest r, RequestOptions? o, CancellationToken c) => null!; }
internal interface IMembersApi { 
 [Refit.Post("/v1/loyalties/members/{memberId}/balance")] Task<HttpRequestMessage> AdjustBalance(string memberId, [Refit.Body] AdjustBalanceRequest body);
 [Refit.Post("/v1/loyalties/{campaignId}/members/{memberId}/balance")] Task<HttpRequestMessage> AdjustBalanceInCampaign(string campaignId, string memberId, [Refit.Body] AdjustBalanceRequest body);
}
internal static class LoyaltyOperations { public static readonly LoyaltyOperation AdjustBalance = new("u","AdjustBalance",HttpMethod.Post,"/v1/loyalties/members/{memberId}/balance",Idempotency.Reconciled); public static readonly LoyaltyOperation AdjustBalanceInCampaign = new("u","AdjustBalance",HttpMethod.Post,"/v1/loyalties/{campaignId}/members/{memberId}/balance",Idempotency.Reconciled); }
[JsonSerializable(typeof(AdjustBalanceRequest))][JsonSerializable(typeof(BalanceResult))] internal partial class LoyaltyJsonContext : JsonSerializerContext {}
}
