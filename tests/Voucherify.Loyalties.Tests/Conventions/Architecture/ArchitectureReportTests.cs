namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

public sealed class ArchitectureReportTests
{
    /// <summary>No test, but a command: it runs when it is asked for, and prints to the console.</summary>
    [Theory(Explicit = true)]
    [InlineData(MeasuredProject.Core)]
    [InlineData(MeasuredProject.Sandbox)]
    [InlineData(MeasuredProject.CodeGen)]
    public void Print(string project) => Console.WriteLine(ArchitectureReport.Of(MeasuredProject.Of(project)));
}
