using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Samples;

/// <summary>The environment of a user who works on a project.</summary>
internal static class ProjectVariables
{
    public static Dictionary<string, string> For(LoyaltySandbox sandbox) => For(sandbox.BaseAddress);

    public static Dictionary<string, string> For(Uri address) => new()
    {
        ["VOUCHERIFY_APP_ID"] = LoyaltySandboxOptions.DefaultAppId,
        ["VOUCHERIFY_APP_TOKEN"] = LoyaltySandboxOptions.DefaultAppToken,
        ["VOUCHERIFY_CLUSTER"] = address.GetLeftPart(UriPartial.Authority),
    };
}
