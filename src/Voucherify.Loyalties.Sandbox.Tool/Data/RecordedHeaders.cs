using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Tool.Data;

/// <summary>
/// Chooses the headers that the data file needs. Credentials that are not the sandbox's own are left out: a real key may have been sent to
/// the wrong address.
/// </summary>
internal sealed class RecordedHeaders(string appId, string appToken)
{
    private const string Authorization = "Authorization";
    private const string AppId = "X-App-Id";
    private const string AppToken = "X-App-Token";
    private const string Removed = "removed";
    private const int Unauthorized = 401;

    private static readonly string[] Needed = ["Accept", "Content-Type", AppId, AppToken, Authorization];

    private readonly HashSet<string> _acceptedTokens = new(StringComparer.Ordinal);

    public Dictionary<string, string> Of(SandboxRequest request, FaultPlan plan, int status)
    {
        var token = request.Header(Authorization);
        if (token is not null && !HasKeyPair(request) && plan.Fault is null && status is not (0 or Unauthorized))
        {
            _acceptedTokens.Add(token);
        }

        return Needed.Where(name => request.Header(name) is not null)
            .ToDictionary(
                static name => name, name => IsOwn(name, request) ? request.Header(name)! : Removed, StringComparer.OrdinalIgnoreCase);
    }

    private bool IsOwn(string name, SandboxRequest request) => name switch
    {
        AppId => request.Header(AppId) == appId,
        AppToken => request.Header(AppToken) == appToken,
        Authorization => _acceptedTokens.Contains(request.Header(Authorization)!) && !HasKeyPair(request),
        _ => true,
    };

    // Beside a key pair, a token is not looked at, so nothing is known about it.
    private static bool HasKeyPair(SandboxRequest request) => request.Header(AppId) is not null || request.Header(AppToken) is not null;
}
