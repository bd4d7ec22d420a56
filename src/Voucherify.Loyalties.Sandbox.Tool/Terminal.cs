namespace Voucherify.Loyalties.Sandbox.Tool;

/// <summary>The environment in which the tool runs.</summary>
/// <param name="Out">The writer of results.</param>
/// <param name="Error">The writer of errors.</param>
/// <param name="Variable">Reads an environment variable.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, Func<string, string?> Variable);
