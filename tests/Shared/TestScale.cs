namespace Voucherify.Loyalties.TestSupport;

/// <summary>
/// How many cases the seeded tests play: a part in <c>dotnet test</c>, all of them in <c>dotnet test -p:Full=true</c>. The build writes the
/// property into the configuration of the test program (Tests.props), so it also holds when the program is run by itself.
/// </summary>
internal static class TestScale
{
    private static bool IsFull { get; } = AppContext.TryGetSwitch("Voucherify.Loyalties.Tests.Full", out var full) && full;

    /// <summary>Returns the number of cases for this run.</summary>
    public static int Cases(int part, int full) => IsFull ? full : part;
}
