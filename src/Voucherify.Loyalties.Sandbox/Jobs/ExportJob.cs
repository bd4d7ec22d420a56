using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>The making of a file.</summary>
internal sealed record ExportJob
{
    /// <summary>The id, <c>exp_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What the export lists.</summary>
    public required string Kind { get; init; }

    /// <summary>The parameters of the request, and the filter that its route adds.</summary>
    public required JsonElement Parameters { get; init; }

    /// <summary>The content of the file.</summary>
    public required string Csv { get; init; }

    /// <summary>The token that opens the file.</summary>
    public required string Token { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
