using System.Globalization;
using Voucherify.Loyalties.CommandLine;

namespace Voucherify.Loyalties.Sandbox.Tool;

/// <summary>Says where the sandbox is, with which key it is called, and what it has.</summary>
internal static class Announcement
{
    /// <summary>Writes it in one piece, so that a program that waits for its first line can read all of it.</summary>
    /// <param name="output">Where it is written.</param>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="token">The token of the control API if it was generated; one that the user has set is not shown.</param>
    public static Task WriteAsync(TextWriter output, ServedSandbox sandbox, string? token)
    {
        var address = sandbox.BaseAddress.GetLeftPart(UriPartial.Authority);
        string[] lines =
        [
            $"voucherify-sandbox {CommandRunner.VersionOf(typeof(Announcement).Assembly)} listens on {address}",
            $"  key of the API:  X-App-Id: {LoyaltySandboxOptions.DefaultAppId}  X-App-Token: {LoyaltySandboxOptions.DefaultAppToken}",
            $"  control API:     {address}/_sandbox/openapi.json",
            .. token is null ? Array.Empty<string>() : [$"  control token:   {token}"],
            string.Create(
                CultureInfo.InvariantCulture,
                $"  it has:          {sandbox.V1.GetCards().Count} cards of v1, {sandbox.V2.GetMembers().Count} members of v2"),
            "Ctrl+C stops it.",
            "",
        ];
        return output.WriteAsync(string.Join(Environment.NewLine, lines));
    }
}
