using Voucherify.Loyalties.Tool;

namespace Voucherify.Loyalties.Tests.Samples;

/// <summary>Mistakes in <c>--v2</c> are reported in one line with exit code 1, before a sandbox or a project is opened.</summary>
public sealed class CardIdsTests
{
    private const string Ids = "lprg_1/lmbr_1/lcrd_1";

    [Theory]
    [InlineData("show", "The card is missing. Name it by its code, or by --v2 <program>/<member>/<card>. Try 'show --help'.")]
    [InlineData("show --v2 lprg_1/lmbr_1", "'lprg_1/lmbr_1' does not name a card of version 2. Use --v2 <program>/<member>/<card>")]
    [InlineData("show --v2 lprg_1/lmbr_1/lcrd_1/", "'lprg_1/lmbr_1/lcrd_1/' does not name a card of version 2.")]
    [InlineData("show --v2 ANNA", "'ANNA' does not name a card of version 2.")]
    [InlineData("show --v2 lmbr_1/lmbr_1/lcrd_1", "'lmbr_1' is not the id of a program, which begins with lprg_.")]
    [InlineData("transactions --v2 lprg_1/lprg_1/lcrd_1", "'lprg_1' is not the id of a member, which begins with lmbr_.")]
    [InlineData("adjust 5 --v2 lprg_1/lmbr_1/lctx_1", "'lctx_1' is not the id of a card, which begins with lcrd_.")]
    [InlineData("verify-marker --v2 lprg_1/lmbr_1/lcrd_", "'lcrd_' is not the id of a card, which begins with lcrd_.")]
    [InlineData("verify-marker", "Option '--v2' is required. Try 'verify-marker --help'.")]
    [InlineData($"show ANNA --v2 {Ids}", "'ANNA' and --v2 both name a card. Use one of them. Try 'show --help'.")]
    [InlineData($"transactions ANNA --v2 {Ids}", "'ANNA' and --v2 both name a card. Use one of them.")]
    [InlineData($"adjust ANNA 5 --v2 {Ids}", "'ANNA' and --v2 both name a card. Use one of them.")]
    [InlineData($"adjust --v2 {Ids} ANNA 5", "'ANNA' and --v2 both name a card. Use one of them.")]
    [InlineData($"adjust --v2 {Ids}", "<points> is missing. Try 'adjust --help'.")]
    [InlineData($"adjust ANNA --v2 {Ids}", "'ANNA' is not a number of points.")]
    [InlineData($"adjust 5 --expires 2999-12-31 --v2 {Ids}", "--expires cannot be used with --v2: only version 1 has it.")]
    [InlineData($"show --campaign Club --v2 {Ids}", "--campaign cannot be used with --v2: only version 1 has it.")]
    public async Task An_invalid_card_is_reported_before_anything_is_opened(string commandLine, string line)
    {
        var run = await SampleRun.OfAsync(commandLine.Split(' '));

        Assert.Equal((ExitCodes.InvalidUsage, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"error: {line}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }
}
