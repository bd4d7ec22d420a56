using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V1;

namespace Voucherify.Loyalties.Tests.Samples;

/// <summary><c>job</c> of the sample: a file of adjustments.</summary>
public sealed class JobTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobs-");

    private string Csv => Path.Combine(_folder.FullName, "credits.csv");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_is_planned_applied_once_and_verified()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        sandbox.V1.AddCampaign("Club");
        sandbox.V1.AddCard(new SandboxCardSeed { Code = "ANNA", Campaign = "Club" });
        sandbox.V1.AddCard(new SandboxCardSeed { Code = "BEN", Campaign = "Club" });
        await File.WriteAllTextAsync(Csv, "member_id,points,source_id\nANNA,100,a-1\nBEN,50,b-1\n\"ANNA\",-30,a-2\n");
        var project = ProjectVariables.For(sandbox);

        var plan = await SampleRun.OfAsync(["job", "plan", Csv, "--campaign", "Club"], project);
        Assert.Empty(sandbox.Journal);
        var run = await SampleRun.OfAsync(["job", "run", Csv, "--campaign", "Club"], project);
        var again = await SampleRun.OfAsync(["job", "run", Csv, "--campaign", "Club"], project);
        var verified = await SampleRun.OfAsync(["job", "verify", Csv, "--campaign", "Club"], project);

        Assert.Contains("3 adjustments of 2 cards, 120 points in all", plan.Output, StringComparison.Ordinal);
        Assert.All([plan, run, again, verified], static one => Assert.Equal((0, ""), (one.ExitCode, one.Error)));
        Assert.Contains("Completed: 3 of 3 applied", run.Output, StringComparison.Ordinal);
        Assert.Contains("3 as they should be, 0 differences", verified.Output, StringComparison.Ordinal);
        Assert.Equal(["a-1", "a-2", "b-1"], sandbox.Journal.Select(static entry => entry.SourceId).Order());
    }

    [Fact]
    public async Task All_lines_that_are_wrong_are_named_and_nothing_is_sent()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync();
        await File.WriteAllTextAsync(Csv, "member_id,points,source_id\nANNA,100,a-1\nANNA,many,a-2\n,1,a-3\nANNA,0,a-4\nANNA,1\n");

        var run = await SampleRun.OfAsync(["job", "run", Csv], ProjectVariables.For(sandbox));

        Assert.Equal(1, run.ExitCode);
        Assert.All(["Line 3:", "Line 4:", "Line 5:", "Line 6:"], line => Assert.Contains(line, run.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("Line 2:", run.Error, StringComparison.Ordinal);
        Assert.Empty(sandbox.Journal);
    }
}
