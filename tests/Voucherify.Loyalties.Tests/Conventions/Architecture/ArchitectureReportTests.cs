namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

public sealed class ArchitectureReportTests
{
    /// <summary>A command rather than a test: it runs only on request, and prints to the console.</summary>
    [Theory(Explicit = true)]
    [InlineData(MeasuredProject.Core)]
    [InlineData(MeasuredProject.Sandbox)]
    [InlineData(MeasuredProject.CodeGen)]
    public void Print(string project) => Console.WriteLine(ArchitectureReport.Of(MeasuredProject.Of(project)));

    [Fact]
    public void Report_lists_hubs_circles_arrows_and_violations()
    {
        var report = ArchitectureReport.Of(InMemoryProject.Of(
            ("A/One.cs", "class One { Two? _two; }"),
            ("B/Two.cs", "class Two { One? _one; void Run(int a, int b) { } }")));

        Assert.Contains("hand-written: 2 files, 2 lines", report, StringComparison.Ordinal);
        Assert.Contains("most parameters: 2, Run, src/Small/B/Two.cs(1)", report, StringComparison.Ordinal);
        Assert.Contains("1 (1 hand-written, 0 generated) One, src/Small/A/One.cs", report, StringComparison.Ordinal);
        Assert.Contains("circle of 2: A, B", report, StringComparison.Ordinal);
        Assert.Contains("pair: A <-> B, 1 lines one way and 1 back", report, StringComparison.Ordinal);
        Assert.Contains("o A -> B: 1 lines\n      src/Small/A/One.cs(1): One -> Two", report, StringComparison.Ordinal);
        Assert.Contains("rule: folders use only folders on lower floors: 2 violations", report, StringComparison.Ordinal);
    }
}
