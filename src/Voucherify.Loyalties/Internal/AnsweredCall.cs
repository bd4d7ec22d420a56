using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Voucherify.Loyalties.Internal;

/// <summary>A call with an answer.</summary>
internal sealed class AnsweredCall<TAnswer>(
    LoyaltyOperation operation,
    Func<Task<HttpRequestMessage>> build,
    CallSettings settings,
    JsonTypeInfo<TAnswer> answerType,
    Func<TAnswer, bool>? isComplete) : LoyaltyCall(operation, build, settings)
    where TAnswer : class
{
    public override bool HasAnswer => true;

    /// <summary>Makes the same call once more, after one that may have been applied.</summary>
    public AnsweredCall<TAnswer> Again() => new(Operation, Build, Settings, answerType, isComplete) { SentBefore = true, MaySend = MaySend };

    /// <summary>The answer, once the call has succeeded.</summary>
    [DisallowNull]
    public TAnswer? Answer { get; private set; }

    public override bool TryRead(ReadOnlySpan<byte> body)
    {
        var answer = JsonSerializer.Deserialize(body, answerType);
        if (answer is null || isComplete?.Invoke(answer) == false)
        {
            return false;
        }

        Answer = answer;
        return true;
    }
}
