using Voucherify.Loyalties.CommandLine;
using Voucherify.Loyalties.Queue;

namespace Voucherify.Loyalties.Tool.Jobs;

/// <summary>What the commands about a job do.</summary>
internal sealed class JobRun(Shell shell, string file, string store, string? campaign, bool isJson, CancellationToken cancellationToken)
{
    /// <summary>The id of the job: the name of its file.</summary>
    private readonly string _id = Path.GetFileName(file);

    public JobOutput Output { get; } = new(shell, isJson);

    public async Task<int> PlanAsync()
    {
        await using var session = await OpenAsync(sends: false);
        await using var stream = OpenFile();
        Output.Write(await session.Jobs.PlanAsync(Items(stream), cancellationToken));
        return ExitCodes.Done;
    }

    public async Task<int> RunAsync()
    {
        await using var session = await OpenAsync(sends: true);
        await using var stream = OpenFile();
        await session.Jobs.SubmitAsync(_id, Items(stream), cancellationToken);
        return await FollowUntilStoppedAsync(session);
    }

    public async Task<int> WatchAsync()
    {
        await using var session = await OpenAsync(sends: false);
        return await FollowAsync(session);
    }

    /// <summary>Shows how far the job is, without sending.</summary>
    public async Task<int> ShowAsync()
    {
        await using var session = await OpenAsync(sends: false);
        await foreach (var progress in session.Jobs.WatchAsync(_id, cancellationToken: cancellationToken))
        {
            Output.Write(progress);
            break;
        }

        return ExitCodes.Done;
    }

    public async Task<int> ResumeAsync(bool isRestored)
    {
        if (isRestored)
        {
            await using var marking = await OpenAsync(sends: false);
            await marking.Queue.MarkRestoredAsync(cancellationToken);
        }

        await using var session = await OpenAsync(sends: true);
        await session.Queue.ResumeAsync(cancellationToken);
        await session.Jobs.ResumeAsync(_id, cancellationToken);
        return await FollowUntilStoppedAsync(session);
    }

    public async Task<int> VerifyAsync()
    {
        await using var session = await OpenAsync(sends: false);
        var verification = await session.Jobs.VerifyAsync(_id, cancellationToken);
        Output.Write(verification);
        return verification.IsComplete ? ExitCodes.Done : ExitCodes.Failed;
    }

    private async Task<int> FollowUntilStoppedAsync(QueueSession session)
    {
        try
        {
            return await FollowAsync(session);
        }
        catch (OperationCanceledException exception)
        {
            throw new StoppedException("The store has what was done. Run the command again, and it goes on.", exception);
        }
    }

    private async Task<int> FollowAsync(QueueSession session)
    {
        JobProgress? last = null;
        await foreach (var progress in session.Jobs.WatchAsync(_id, cancellationToken: cancellationToken))
        {
            if (progress != last)
            {
                Output.Write(progress);
            }

            last = progress;
        }

        return last switch
        {
            { State: JobState.Completed } => ExitCodes.Done,
            { Unknown: > 0 } => ExitCodes.Unknown,
            _ => ExitCodes.Failed,
        };
    }

    private Task<QueueSession> OpenAsync(bool sends) => QueueSession.OpenAsync(shell, store, isJson, sends, cancellationToken);

    private IAsyncEnumerable<QueuedItem> Items(FileStream stream) => AdjustmentCsv.ReadAsync(stream, campaign);

    private FileStream OpenFile() => File.Exists(file) ? File.OpenRead(file) : throw new UsageException($"There is no file '{file}'.");
}
