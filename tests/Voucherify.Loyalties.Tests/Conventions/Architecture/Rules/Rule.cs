namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Rules;

/// <summary>A rule about the code of a project.</summary>
/// <param name="Name">The rule in a few words.</param>
/// <param name="Remedy">What to do about a violation.</param>
/// <param name="Violations">Finds the violations in a project, each with its file and line.</param>
internal sealed record Rule(string Name, string Remedy, Func<MeasuredProject, IEnumerable<string>> Violations);
