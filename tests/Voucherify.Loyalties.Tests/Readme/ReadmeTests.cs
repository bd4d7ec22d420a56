namespace Voucherify.Loyalties.Tests.Readme;

public sealed class ReadmeTests
{
    [Fact]
    public async Task The_sandbox_example_finds_the_lost_points_and_leaves_300() => Assert.Equal(300, await Snippets.TestAsync());

    [Fact]
    public void The_README_gives_the_command_that_shows_the_client_and_the_one_that_tests_it() =>
        Assert.Contains(
            "```sh\ndotnet run -v minimal --project samples/LoyaltyConsole\ndotnet test\n```",
            Repository.Read("README.md"),
            StringComparison.Ordinal);
}
