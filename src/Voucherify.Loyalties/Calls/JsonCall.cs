using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Voucherify.Loyalties.Calls;

/// <summary>A call whose success is a JSON body.</summary>
internal abstract class JsonCall<TResponse>(Operation<TResponse> operation, CallSettings settings) : LoyaltyCall(operation, settings)
    where TResponse : class
{
    public override bool HasResponseBody => true;

    /// <summary>The response, once the call has succeeded.</summary>
    [DisallowNull]
    public TResponse? Response { get; private set; }

    public override bool TryRead(ReadOnlySpan<byte> body)
    {
        var response = JsonSerializer.Deserialize(body, operation.ResponseType);
        if (response is null || operation.IsComplete?.Invoke(response) == false)
        {
            return false;
        }

        Response = response;
        return true;
    }
}
