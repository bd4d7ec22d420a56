using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Calls;

/// <summary>A call whose success is a JSON body.</summary>
internal abstract class JsonCall<TResponse>(Operation<TResponse> operation, CallSettings settings) : LoyaltyCall(operation, settings)
    where TResponse : class
{
    /// <summary>The complaint about a response without the member that every such response has.</summary>
    protected const string LacksEssentials = "The response lacks its essential member.";

    public override bool HasResponseBody => true;

    /// <summary>The response, once the call has succeeded.</summary>
    [DisallowNull]
    public TResponse? Response { get; private set; }

    public override string? Read(ReadOnlySpan<byte> body)
    {
        if (Deserialize(body) is not { } response || operation.IsComplete?.Invoke(response) == false)
        {
            return LacksEssentials;
        }

        if (Complaint(response) is { } complaint)
        {
            return complaint;
        }

        Response = response;
        return null;
    }

    /// <summary>Returns what speaks against a response that was read, or null.</summary>
    protected virtual string? Complaint(TResponse response) => null;

    /// <summary>Whether a member says whether a write was applied, and how. Such members are read strictly.</summary>
    private static bool IsDecisive(string member) => member is "id" or "code" or "result" or "balance" or "points";

    // The service may have applied a write although its response has an odd value.
    private TResponse? Deserialize(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, operation.ResponseType);
        }
        catch (Exception error) when (ReadsTolerantly && JsonErrors.IsMalformed(error))
        {
            var response = TolerantReading.Read(body, operation.ResponseType, out var skipped);
            return !skipped.Any(IsDecisive)
                ? response
                : throw new JsonException("A member that decides the outcome cannot be read.", error);
        }
    }
}
