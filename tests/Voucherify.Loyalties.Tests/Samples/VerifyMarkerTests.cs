using LoyaltyConsole.Demo;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Tests.Samples;

/// <summary><c>verify-marker</c> of the sample.</summary>
public sealed class VerifyMarkerTests
{
    [Fact]
    public async Task The_verify_marker_command_uses_the_sandbox_if_no_project_is_set()
    {
        var run = await SampleRun.OfAsync("verify-marker", "--v2", DemoProgram.CardIds);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["Marker", "kept"], run.Rows.First());
        Assert.Contains("Reconciliation.TrustMarker can be set.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SandboxReasonStorage.HtmlEscaped, "altered", "the client still recognizes the marker")]
    [InlineData(SandboxReasonStorage.Dropped, "missing", "a lost adjustment is never recognized")]
    public async Task The_verify_marker_command_says_that_a_marker_cannot_be_trusted(
        SandboxReasonStorage storage, string state, string finding)
    {
        await using var sandbox = await LoyaltySandbox.StartAsync(
            new LoyaltySandboxOptions { V2 = new SandboxV2Options { ReasonStorage = storage } });
        var member = CardCommandTests.MemberOf(sandbox, points: 10);

        var run = await SampleRun.OfAsync(["verify-marker", "--v2", CardCommandTests.IdsOf(member)], ProjectVariables.For(sandbox));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["Marker", state], run.Rows.First());
        Assert.Contains(finding, run.Output, StringComparison.Ordinal);
        Assert.Contains("Reconciliation.TrustMarker must not be set.", run.Output, StringComparison.Ordinal);
        Assert.Equal(10, sandbox.V2.GetCard(member.CardId).Balance);
    }
}
