using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>Something that is to be assigned to a program, or no longer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stock">The stock of a reward, or null.</param>
internal sealed record AssignmentRequest(string Id, JsonElement? Stock);
