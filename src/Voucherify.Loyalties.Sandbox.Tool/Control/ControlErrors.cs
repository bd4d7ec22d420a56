using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>The errors of the control API, which do not look like those of the service.</summary>
internal static class ControlErrors
{
    public static SandboxResponse Of(int status, string message) =>
        JsonResponse.Object(writer => writer.WriteString("error", message), status);

    /// <summary>The error of a seed, with the place of the problem.</summary>
    public static SandboxResponse Of(SandboxSeedException problem) => JsonResponse.Object(
        writer =>
        {
            writer.WriteString("error", problem.Message);
            writer.WriteNumber("line", problem.Line);
            writer.WriteString("path", problem.Path);
        },
        status: 400);
}
