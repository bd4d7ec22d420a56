using System.Runtime.ExceptionServices;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Http;

/// <summary>A caller's send guard, and what it said last about one request.</summary>
internal sealed class SendGuard(LoyaltyCall call, Func<CancellationToken, ValueTask<bool>> maySend)
{
    private ExceptionDispatchInfo? _refusal;

    /// <summary>Whether the guard has refused the request, or failed.</summary>
    public bool IsRefused => _refusal is not null;

    /// <summary>Asks the guard.</summary>
    /// <exception cref="LoyaltySendRefusedException">The guard returned false.</exception>
    public async ValueTask AskAsync(CancellationToken cancellationToken)
    {
        _refusal = null;
        try
        {
            if (!await maySend(cancellationToken).ConfigureAwait(false))
            {
                throw new LoyaltySendRefusedException($"The send guard refused the request of {call.Operation.Name}: it was not sent.");
            }
        }
        catch (Exception error)
        {
            _refusal = ExceptionDispatchInfo.Capture(error);
            throw;
        }
    }

    /// <summary>Refuses the request if the time of its call is over. A frozen machine continues here before any timer fires.</summary>
    /// <exception cref="LoyaltySendRefusedException">The time is over.</exception>
    public void RefuseIfLate()
    {
        if (call.Remaining <= TimeSpan.Zero)
        {
            var late = new LoyaltySendRefusedException(
                $"The time of {call.Operation.Name} was over when its send guard had allowed the request: it was not sent.");
            _refusal = ExceptionDispatchInfo.Capture(late);
            throw late;
        }
    }

    /// <summary>Throws what refused the request. The transport may have wrapped it, as if the connection had failed.</summary>
    public void ThrowRefusal() => _refusal?.Throw();
}
