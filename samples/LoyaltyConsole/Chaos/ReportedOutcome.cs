namespace LoyaltyConsole.Chaos;

/// <summary>The outcome of an adjustment that a client reports to its caller in the end.</summary>
internal enum ReportedOutcome
{
    Applied,
    Rejected,
    Unknown,
}
