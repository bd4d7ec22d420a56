using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>What the generator made.</summary>
/// <param name="Files">The files by their paths below the output folder.</param>
/// <param name="Operations">The page about the operations.</param>
/// <param name="Fallbacks">The places where raw JSON stands in for a better type.</param>
internal sealed record GeneratorOutput(IReadOnlyDictionary<string, string> Files, string Operations, IReadOnlyList<Problem> Fallbacks);
