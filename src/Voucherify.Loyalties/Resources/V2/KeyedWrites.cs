using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Reconciliation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Starts and resumes writes that are recognized by what they are about.</summary>
/// <param name="context">What the resource clients share.</param>
internal sealed class KeyedWrites(ResourceContext context)
{
    /// <summary>Starts a write.</summary>
    public Task<TRow> StartAsync<TAnswer, TRow>(
        KeyedWrite<TAnswer, TRow> write, RequestOptions? options, CancellationToken cancellationToken)
        where TAnswer : class
        where TRow : class, IListedTransaction =>
        ApplyAsync(write, ResumeOptions.NeverSent, options, cancellationToken);

    /// <summary>Resumes a write.</summary>
    /// <exception cref="ArgumentException">The write has no id.</exception>
    public Task<TRow> ResumeAsync<TAnswer, TRow>(
        KeyedWrite<TAnswer, TRow> write, ResumeOptions? resume, RequestOptions? options, CancellationToken cancellationToken)
        where TAnswer : class
        where TRow : class, IListedTransaction
    {
        if (string.IsNullOrWhiteSpace(write.Pending!.SourceId))
        {
            throw new ArgumentException(EmptySourceId.Complaint, nameof(write));
        }

        return ApplyAsync(write, PendingTime.Since(write.Pending, context.UtcNow, resume), options, cancellationToken);
    }

    /// <summary>Makes a write whose key allows one effect only, or continues an earlier call for it.</summary>
    public Task<TRow> MakeAsync<TAnswer, TRow>(
        KeyedWrite<TAnswer, TRow> write, bool inQueue, RequestOptions? options, CancellationToken cancellationToken)
        where TAnswer : class
        where TRow : class, IListedTransaction =>
        ApplyAsync(write, ResumeOptions.Repeatable with { OutsideQueue = !inQueue }, options, cancellationToken);

    private Task<TRow> ApplyAsync<TAnswer, TRow>(
        KeyedWrite<TAnswer, TRow> write, ResumeOptions resume, RequestOptions? options, CancellationToken cancellationToken)
        where TAnswer : class
        where TRow : class, IListedTransaction
    {
        var settings = context.Settings.For(write.Operation, resume, options, cancellationToken);
        return new KeyedCall<TAnswer, TRow>(settings, write, resume)
            .ApplyAsync(context.Reconciliation)
            .SelectAsync(answer => write.TransactionOf(answer)!);
    }
}
