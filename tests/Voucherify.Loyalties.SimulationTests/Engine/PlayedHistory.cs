namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>The result of one history.</summary>
/// <param name="Broken">The promises that it broke.</param>
/// <param name="Tally">What happened in it, and how often.</param>
/// <param name="Trace">What happened, line by line; empty unless it was traced.</param>
internal sealed record PlayedHistory(IReadOnlyList<string> Broken, Tally Tally, IReadOnlyList<string> Trace);
