using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>
/// What Kestrel refuses before the engine sees it. The in-memory host refuses the same, so that no test depends on its host.
/// </summary>
internal static class RequestLine
{
    /// <summary>The longest request line, in bytes, with its line break.</summary>
    public const int LongestLine = 8192;

    private static readonly int FrameLength = "  HTTP/1.1\r\n".Length;

    /// <summary>Returns the refusal, or null. It has no body and no headers of the service, because it comes from the server.</summary>
    public static SandboxResponse? Refuse(string method, string target)
    {
        if (method.Length + target.Length + FrameLength > LongestLine)
        {
            return SandboxResponse.Empty(414);
        }

        var path = target.AsSpan(0, target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var question ? question : target.Length);
        return path.Contains("%00", StringComparison.Ordinal) ? SandboxResponse.Empty(400) : null;
    }
}
