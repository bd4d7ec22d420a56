using Voucherify.Loyalties.Reconciliation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Starts and resumes writes that are recognized by what they are about.</summary>
/// <param name="context">What the resource clients share.</param>
internal sealed class KeyedWrites(ResourceContext context)
{
    /// <summary>The transactions that this client knows to be its writes.</summary>
    public TransactionClaims Claims => context.Reconciliation.Claims;

    /// <summary>Starts a write.</summary>
    public Task<TAnswer> StartAsync<TAnswer>(
        KeyedWrite<TAnswer> write, RequestOptions? options, CancellationToken cancellationToken)
        where TAnswer : class =>
        ApplyAsync(write, ResumeOptions.NeverSent, options, cancellationToken);

    /// <summary>Resumes a write.</summary>
    /// <exception cref="ArgumentException">The write has no id.</exception>
    public Task<TAnswer> ResumeAsync<TAnswer>(
        KeyedWrite<TAnswer> write, ResumeOptions? resume, RequestOptions? options, CancellationToken cancellationToken)
        where TAnswer : class
    {
        if (string.IsNullOrWhiteSpace(write.Pending!.SourceId))
        {
            throw new ArgumentException(EmptySourceId.Complaint, nameof(write));
        }

        return ApplyAsync(write, PendingTime.Since(write.Pending, context.UtcNow, resume), options, cancellationToken);
    }

    /// <summary>Makes a write whose key allows one effect only, or continues an earlier call for it.</summary>
    public Task<TAnswer> MakeAsync<TAnswer>(
        KeyedWrite<TAnswer> write, bool inQueue, RequestOptions? options, CancellationToken cancellationToken)
        where TAnswer : class =>
        ApplyAsync(write, ResumeOptions.Repeatable with { OutsideQueue = !inQueue }, options, cancellationToken);

    private Task<TAnswer> ApplyAsync<TAnswer>(
        KeyedWrite<TAnswer> write, ResumeOptions resume, RequestOptions? options, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var settings = context.Settings.For(write.Operation, resume, options, cancellationToken);
        return new KeyedCall<TAnswer>(settings, write, resume).ApplyAsync(context.Reconciliation);
    }
}
