using System.Text.RegularExpressions;

namespace Voucherify.Loyalties.Tests.Readme;

public sealed class ReadmeTests
{
    [Fact]
    public async Task The_sandbox_example_leaves_300_points() => Assert.Equal(300, await Snippets.TestAsync());

    [Fact]
    public void The_README_gives_the_two_commands_first()
    {
        var firstShell = Regex.Match(Repository.Read("README.md"), "```sh\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

        Assert.Equal("dotnet run --project samples/LoyaltyConsole\ndotnet test\n", firstShell);
    }
}
