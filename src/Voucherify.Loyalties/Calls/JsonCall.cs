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

    // Not captured: the base class has the operation already.
    private Operation<TResponse> Typed => (Operation<TResponse>)Operation;

    public override string? Read(ReadOnlySpan<byte> body)
    {
        if (Deserialize(body) is not { } response || Typed.IsComplete?.Invoke(response) == false)
        {
            return LacksEssentials;
        }

        if (Complaint(response) is { } complaint)
        {
            return complaint;
        }

        if (response is IDatedPage page)
        {
            page.AsOf = ServerDate;
        }

        Response = response;
        return null;
    }

    /// <summary>Returns what speaks against a response that was read, or null.</summary>
    protected virtual string? Complaint(TResponse response) => null;

    // One odd value must not make the whole response unreadable. The service may have applied a write whose response has one.
    private TResponse? Deserialize(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, Typed.ResponseType);
        }
        catch (Exception error) when (JsonErrors.IsMalformed(error))
        {
            // Other characters than the service sent would pass for its own.
            if (!IsEvidence && !JsonErrors.IsUtf8(body))
            {
                throw;
            }

            var response = TolerantReading.Read(body, Typed.ResponseType, out var skipped);
            return skipped.FirstOrDefault(IsDecisive) is { } path ? throw Indispensable(path, error) : response;
        }
    }

    private JsonException Indispensable(string path, Exception error) => new(
        ReportsUnknown ? "A member that decides the outcome cannot be read."
        : path.Length == 0 ? "The response is of another kind."
        : $"The member '{path}' cannot be read, and the call cannot do without it.",
        error);

    /// <summary>
    /// Whether a call cannot do without a part of its response: what says whether a write was applied, and how; and the rows of a list, and
    /// what says where it continues.
    /// </summary>
    private bool IsDecisive(string path) => path switch
    {
        "" => true,
        "id" or "code" or "result" or "balance" or "points" => ReportsUnknown,
        "data" or "campaigns" or "vouchers" or "async_actions" => !ReportsUnknown,
        "has_more" or "more_starting_after" or "cursor" or "cursor.next" => !ReportsUnknown,
        _ => false,
    };
}
