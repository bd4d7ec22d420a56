using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>The making of a file. It has the rows of the moment at which it was asked for (A).</summary>
/// <param name="Id">The id, <c>exp_...</c>.</param>
/// <param name="Kind">What it lists.</param>
/// <param name="Parameters">What was asked for, given back as it came.</param>
/// <param name="Csv">The file.</param>
/// <param name="Token">What opens the file.</param>
/// <param name="CreatedAt">When it was asked for.</param>
internal sealed record ExportJob(string Id, string Kind, JsonElement? Parameters, string Csv, string Token, DateTimeOffset CreatedAt);
